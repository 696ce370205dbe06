import { Checkbox, Radio } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import type { KnownForm } from '../../../rules/known.ts'

type Fields = string[]
type Props = {
  form: KnownForm | undefined
  writable: 'all' | Fields
  onWritable: (fields: 'all' | Fields) => void
  /** Left out at filing, where the form alone says what must be filled in. */
  step?: { required: Fields; hidden: Fields; onRequired: (fields: Fields) => void; onHidden: (fields: Fields) => void }
}

/** Which fields of the form may be filled in here, must be, and are not shown; a tick on a section is one on all of it. */
export function FieldRights({ form, writable, onWritable, step }: Props) {
  const { t } = useTexts()
  if (!form) return null
  const columns = [
    ...(writable === 'all' ? [] : [{ name: 'writable', on: writable, set: onWritable }]),
    ...(step ? [{ name: 'required', on: step.required, set: step.onRequired }] : []),
    ...(step ? [{ name: 'hidden', on: step.hidden, set: step.onHidden }] : []),
  ]
  return (
    <div className="prop">
      {!step && (
        <Radio.Group
          value={writable === 'all' ? 'all' : 'some'}
          options={[
            { value: 'all', label: t('processes.fields.all') },
            { value: 'some', label: t('processes.fields.some') },
          ]}
          onChange={({ target }) => onWritable(target.value === 'all' ? 'all' : form.fields.map(({ name }) => name))}
        />
      )}
      {columns.length > 0 && (
        <table className="field-rights">
          <thead>
            <tr>
              <th scope="col">{t('processes.fields.field')}</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {t(`processes.fields.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(form).map((row) => (
              <FieldRow key={row.name} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

type Column = { name: string; on: Fields; set: (fields: Fields) => void }
type RowOf = Pick<KnownForm['fields'][number], 'name' | 'title'> & { required?: boolean; section?: string }

function FieldRow({ row: { name, title, required, section }, columns }: { row: RowOf; columns: Column[] }) {
  const { t, words } = useTexts()
  return (
    <tr className={name.startsWith(SECTION) ? 'is-section' : ''}>
      <th scope="row">
        {words(title)}
        {required && <span className="must"> *</span>}
      </th>
      {columns.map(({ name: column, on, set }) => {
        const isCovered = section !== undefined && on.includes(SECTION + section)
        return (
          <td key={column}>
            <Checkbox
              checked={isCovered || on.includes(name)}
              disabled={isCovered}
              aria-label={`${words(title)} ${t(`processes.fields.${column}`)}`}
              onChange={() => set(on.includes(name) ? on.filter((one) => one !== name) : [...on, name])}
            />
          </td>
        )
      })}
    </tr>
  )
}

const SECTION = 'section:'

/** Fields without a section first, as on the form; each section before its fields. */
const rowsOf = ({ fields, sections }: KnownForm): RowOf[] => [
  ...fields.filter(({ section }) => section === undefined),
  ...sections.flatMap(({ name, title }) => [
    { name: SECTION + name, title },
    ...fields.filter(({ section }) => section === name),
  ]),
]
