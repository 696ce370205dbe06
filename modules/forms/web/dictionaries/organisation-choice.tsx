import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { Party } from '../../../../kernel/forms/definition.ts'

type Props = { id?: string; value?: Party | null; onChange?: (party: Party | null) => void }

/** The organisation an entry stands for, found by name; handed value and id by the form it stands in. */
export function OrganisationChoice({ id, value, onChange }: Props) {
  const [text, setText] = useState('')
  const { data, isFetching } = useAsk('forms.organisations.find', { text: useDeferredValue(text) }, { keep: true })
  const rows: Party[] = data?.rows ?? []
  const known = value && !rows.some((row) => row.id === value.id) ? [value, ...rows] : rows
  return (
    <Select
      {...(id && { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      value={value?.id ?? null}
      options={known.map((row) => ({ value: row.id, label: row.name }))}
      onChange={(chosen?: string) => {
        const party = known.find((row) => row.id === chosen)
        onChange?.(party ? { id: party.id, name: party.name } : null)
        setText('')
      }}
    />
  )
}
