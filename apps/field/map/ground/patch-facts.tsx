import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { codeIn } from '../../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { dltb } from '../../../../kernel/layers/definitions/dltb.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { fieldText } from '../../../ui/map/attribute-text.ts'
import type { KeptPatch } from '../../store/field-database.ts'
import type { LayerFeature } from '../packages/worker-api.ts'
import { ShapeFacts } from './shape-facts.tsx'

type Props = {
  patch: KeptPatch
  geometry: MultiPolygon
  around: readonly LayerFeature[]
  place: number
  number: string
}

/** One patch: its number and place in the task, class, what else is known, and where it lies (SH125 SH126). */
export function PatchFacts({ patch, geometry, around, place, number }: Props) {
  const { t, language } = useTexts()
  const { DLBM, note, attributes = {} } = patch
  const known = dltb.fields.filter(({ name }) => attributes[name] !== null && attributes[name] !== undefined)
  return (
    <details className="patch-facts" open={place === 1}>
      <summary>
        <strong>{t('field.map.patch.number', { number, place })}</strong>
        <span className="patch-facts-what">
          {DLBM ? `${DLBM} ${codeIn(landuseSurvey3, DLBM)?.[language] ?? ''}` : t('field.patch.no-class')}
        </span>
      </summary>
      <ShapeFacts geometry={geometry} around={around} />
      {(known.length > 0 || note) && (
        <dl>
          {known.map((field) => (
            <div key={field.name}>
              <dt>{field.alias}</dt>
              <dd>{fieldText(field, attributes[field.name])}</dd>
            </div>
          ))}
          {note && (
            <div>
              <dt>{t('field.note')}</dt>
              <dd>{note}</dd>
            </div>
          )}
        </dl>
      )}
    </details>
  )
}
