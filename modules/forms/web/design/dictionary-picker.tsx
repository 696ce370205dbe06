import { Select } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { CodeField } from '../../../../kernel/forms/definition.ts'

type Props = { id: string; field: CodeField; onSet: (parts: Record<string, unknown>) => void }

/** A code table with its edition, of those that may be named: national ones, and the bureau's that are published. */
export function DictionaryPicker({ id, field, onSet }: Props) {
  const { t, words } = useTexts()
  const { data } = useAsk('forms.dictionary.list', { pageSize: 200 })
  const options = (data?.rows ?? [])
    .filter(({ state }) => state !== 'draft')
    .map(({ scheme, edition, title }) => ({
      value: `${scheme} ${edition}`,
      label: `${words(title)}（${scheme} ${edition}）`,
    }))
  const choose = (name: string) => {
    const [scheme = '', edition = ''] = name.split(' ')
    onSet({ scheme, edition, default: undefined })
  }
  return (
    <>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={`${field.scheme} ${field.edition}`}
        options={options}
        onChange={choose}
      />
      <Link className="property-link" to={`/dictionaries/${field.scheme}/${field.edition}`}>
        {t('forms.dictionary.open')}
      </Link>
    </>
  )
}

type OrganisationsProps = { id: string; value: string | undefined; onSet: Props['onSet'] }

/** A table of organisations, whichever of its editions is in force; none: every organisation may be chosen. */
export function OrganisationsPicker({ id, value, onSet }: OrganisationsProps) {
  const { t, words } = useTexts()
  const { data } = useAsk('forms.dictionary.list', { pageSize: 200 })
  const tables = new Map(
    (data?.rows ?? []).filter(({ state }) => state !== 'national').map(({ scheme, title }) => [scheme, words(title)]),
  )
  if (value && !tables.has(value)) tables.set(value, value)
  return (
    <Select
      id={id}
      allowClear
      value={value ?? null}
      placeholder={t('forms.organisations.all')}
      options={[...tables].map(([scheme, title]) => ({ value: scheme, label: `${title}（${scheme}）` }))}
      onChange={(scheme?: string) => onSet({ scheme: scheme || undefined })}
    />
  )
}
