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
