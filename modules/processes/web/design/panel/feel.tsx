import { Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { isFeel } from '../../../../../kernel/process/feel.ts'
import { Row } from './property.tsx'

type Props = { label: string; value: string; hint?: string; onChange: (value: string) => void }

/** A FEEL expression, read as it is typed: what cannot be read is said before it is kept. */
export function FeelProperty({ label, value, hint, onChange }: Props) {
  return (
    <Row label={label} {...(hint && { hint })}>
      {(id) => <FeelInput key={value} id={id} value={value} onChange={onChange} />}
    </Row>
  )
}

type InputProps = { id?: string; label?: string; value: string; onChange: (value: string) => void }

export function FeelInput({ id, label, value, onChange }: InputProps) {
  const { t } = useTexts()
  const [typed, setTyped] = useState(value)
  const isWrong = typed.trim() !== '' && !isFeel(typed)
  const keep = () => typed.trim() !== value && onChange(typed.trim())
  return (
    <>
      <Input
        id={id}
        aria-label={label}
        className="feel"
        prefix={<span className="feel-sign">=</span>}
        value={typed}
        {...(isWrong && { status: 'error' as const })}
        aria-invalid={isWrong}
        maxLength={500}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
      {isWrong && (
        <div className="prop-wrong" role="alert">
          {t('processes.feel.wrong')}
        </div>
      )}
    </>
  )
}
