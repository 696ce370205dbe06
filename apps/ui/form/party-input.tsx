import { Select } from 'antd'
import { useState } from 'react'
import type { Party, PartyField } from '../../../kernel/forms/definition.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useAsk } from '../queries.ts'
import { type InputProps, spoken } from './input-props.ts'

type Found = { rows: (Party & { organisation?: string })[] }

const ASKED = { person: 'forms.people.find', organisation: 'forms.organisations.find' } as const

/** Somebody who works here, or an organisation, found by name. */
export function PartyInput(props: InputProps<PartyField>) {
  const { id, field, value, isWrong, onChange } = props
  const { t } = useTexts()
  const [text, setText] = useState('')
  const { data, isFetching } = useAsk<Found>(
    ASKED[field.type] as string,
    { text, ...('scheme' in field && field.scheme && { scheme: field.scheme }) },
    { keep: true },
  )
  const chosen = value as Party | undefined
  const rows = data?.rows ?? []
  const options = rows.map((row) => ({
    value: row.id,
    label: [row.code, [row.name, row.organisation].filter(Boolean).join(' · ')].filter(Boolean).join(' '),
  }))
  if (chosen && !rows.some((row) => row.id === chosen.id)) options.unshift({ value: chosen.id, label: chosen.name })
  const choose = (chosenId?: string) => {
    const party = rows.find((row) => row.id === chosenId)
    if (party || chosenId === undefined)
      onChange(party ? { id: party.id, name: party.name, ...(party.code && { code: party.code }) } : null)
    setText('')
  }
  return (
    <Select
      id={id}
      {...spoken(props)}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      placeholder={t(`form.${field.type}.choose`)}
      {...(isWrong && { status: 'error' as const })}
      value={chosen?.id ?? null}
      options={options}
      onChange={choose}
    />
  )
}
