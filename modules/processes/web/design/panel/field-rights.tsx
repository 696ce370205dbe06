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

/** Which fields of the form may be filled in here, must be, and are not shown. */
export function FieldRights({ form, writable, onWritable, step }: Props) {
  const { t, words } = useTexts()
  if (!form) return null
  const toggled = (list: Fields, name: string) =>
    list.includes(name) ? list.filter((one) => one !== name) : [...list, name]
  const listed = writable === 'all' ? [] : writable
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
      {writable !== 'all' && (
        <table className="field-rights">
          <thead>
            <tr>
              <th scope="col">{t('processes.fields.field')}</th>
              <th scope="col">{t('processes.fields.writable')}</th>
              {step && <th scope="col">{t('processes.fields.required')}</th>}
              {step && <th scope="col">{t('processes.fields.hidden')}</th>}
            </tr>
          </thead>
          <tbody>
            {form.fields.map(({ name, title, required }) => (
              <tr key={name}>
                <th scope="row">
                  {words(title)}
                  {required && <span className="must"> *</span>}
                </th>
                <Tick
                  on={listed.includes(name)}
                  label={`${words(title)} ${t('processes.fields.writable')}`}
                  set={() => onWritable(toggled(listed, name))}
                />
                {step && (
                  <Tick
                    on={step.required.includes(name)}
                    label={`${words(title)} ${t('processes.fields.required')}`}
                    set={() => step.onRequired(toggled(step.required, name))}
                  />
                )}
                {step && (
                  <Tick
                    on={step.hidden.includes(name)}
                    label={`${words(title)} ${t('processes.fields.hidden')}`}
                    set={() => step.onHidden(toggled(step.hidden, name))}
                  />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function Tick({ on, label, set }: { on: boolean; label: string; set: () => void }) {
  return (
    <td>
      <Checkbox checked={on} aria-label={label} onChange={set} />
    </td>
  )
}
