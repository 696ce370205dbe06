import { Radio } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { codeIn } from '../../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import type { Conflict } from './answers.ts'

export type Side = 'mine' | 'theirs'
type Field = Conflict['fields'][number]
type Props = { fields: Field[]; sides: Record<string, Side>; onChoose?: (name: string, side: Side) => void }

/** The fields side by side: what they were, what came from the field, what is there now; one of the two is chosen. */
export function FieldChoices({ fields, sides, onChoose }: Props) {
  const { t } = useTexts()
  return (
    <table className="held-fields">
      <thead>
        <tr>
          <th>{t('field.desk.field')}</th>
          <th>{t('field.desk.base')}</th>
          <th>{t('field.desk.mine')}</th>
          <th>{t('field.desk.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name} className={field.isConflict ? 'held-clash' : undefined}>
            <th scope="row">
              <FieldName name={field.name} />
              {field.isConflict && <span className="held-mark">{t('field.desk.clash')}</span>}
            </th>
            <td>
              <Shown name={field.name} value={field.base} />
            </td>
            {(['mine', 'theirs'] as const).map((side) => (
              <td key={side} className={sides[field.name] === side ? 'held-taken' : undefined}>
                {onChoose ? (
                  <Radio checked={sides[field.name] === side} onChange={() => onChoose(field.name, side)}>
                    <Shown name={field.name} value={field[side]} />
                  </Radio>
                ) : (
                  <Shown name={field.name} value={field[side]} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FieldName({ name }: { name: string }) {
  const { t, has } = useTexts()
  const key = `field.desk.name.${name.replace('attributes.', '')}`
  return <>{has(key) ? t(key) : name.replace('attributes.', '')}</>
}

/** An outline is shown on the map; here stands only whether there is one. */
function Shown({ name, value }: { name: string; value: unknown }) {
  const { t, words } = useTexts()
  if (value === null || value === undefined || value === '')
    return <span className="quiet">{t('field.desk.nothing')}</span>
  if (name === 'outline') return <>{t('field.desk.onMap')}</>
  if (typeof value === 'boolean') return <>{t(value ? 'common.yes' : 'common.no')}</>
  const code = name === 'DLBM' ? codeIn(landuseSurvey3, String(value)) : undefined
  return (
    <>{code ? `${String(value)} ${words(code)}` : typeof value === 'object' ? JSON.stringify(value) : String(value)}</>
  )
}
