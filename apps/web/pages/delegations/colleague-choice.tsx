import { Select } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'

type Props = { label: string; value: string | undefined; onChange: (person: string) => void }

/** Somebody who does casework, by part of the name; one's own organisation first. */
export function ColleagueChoice({ label, value, onChange }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [text, setText] = useState('')
  const { data, isFetching } = useAsk(
    'casework.delegation.candidates',
    { text: useDeferredValue(text) },
    { keep: true },
  )
  return (
    <div className="form-row">
      <label className="form-title" htmlFor={id}>
        {label}
      </label>
      <Select
        id={id}
        style={{ width: '100%' }}
        showSearch={{ filterOption: false, onSearch: setText }}
        loading={isFetching}
        placeholder={t('acts.people.hint')}
        value={value}
        onChange={onChange}
        options={(data?.rows ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.organisation}` }))}
      />
    </div>
  )
}
