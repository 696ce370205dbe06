import { Select } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'

type Props = { caseId: string; value: string[]; onChange: (people: string[]) => void; label: string; isOne?: boolean }

/** People who may see the case, found by part of their name. */
export function PeopleChoice({ caseId, value, onChange, label, isOne = false }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [text, setText] = useState('')
  const [names, setNames] = useState<Record<string, string>>({})
  const asked = useDeferredValue(text)
  const { data, isFetching } = useAsk('casework.comment.people', { caseId, text: asked }, { keep: true })
  const found = (data?.rows ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.organisation}` }))
  // Those already chosen stay named when another name is looked for.
  const kept = value.filter((one) => !found.some((other) => other.value === one))
  const options = [...kept.map((one) => ({ value: one, label: names[one] ?? one })), ...found]
  const choose = (chosen: string | string[]) => {
    setNames(Object.fromEntries(options.map((one) => [one.value, one.label])))
    onChange([chosen].flat())
  }
  return (
    <div className="form-row">
      <label className="form-title" htmlFor={id}>
        {label}
      </label>
      <Select<string | string[]>
        id={id}
        style={{ width: '100%' }}
        {...(!isOne && { mode: 'multiple' as const })}
        showSearch={{ filterOption: false, onSearch: setText }}
        loading={isFetching}
        value={isOne ? (value[0] ?? undefined) : value}
        options={options}
        placeholder={t('acts.people.hint')}
        onChange={choose}
      />
    </div>
  )
}
