import { Input } from 'antd'
import { useId } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

type Props = { value: string; onChange: (text: string) => void; label: string; hint?: string; isFirst?: boolean }

export function ReasonInput({ value, onChange, label, hint, isFirst = false }: Props) {
  const { t } = useTexts()
  const id = useId()
  return (
    <div className="form-row">
      <label className="form-title" htmlFor={id}>
        {label}
      </label>
      <Input.TextArea
        id={id}
        autoFocus={isFirst}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={hint ?? t('cases.act.reason.missing')}
      />
    </div>
  )
}
