import type { Position } from '../../../../kernel/geometry/types.ts'
import { codeIn } from '../../../../kernel/layers/codes/code-table.ts'
import { codeTables } from '../../../../kernel/layers/codes/tables.ts'
import { layers as definitions } from '../../../../kernel/layers/registry.ts'
import { systemOf } from '../../../../modules/fieldwork/packages/rules/finding.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { fieldText, headOf } from '../../../ui/map/attribute-text.ts'
import { Notice } from '../../parts/notice.tsx'
import type { LayerFeature } from '../packages/worker-api.ts'
import { identify } from './find.ts'
import { useAnswer } from './use-answer.ts'

const ORDER = ['planning', 'land', 'construction', 'enforcement', 'survey'] as const

/** What planning, land and construction say of a place, under each other (SH124 SH131); degrees. */
export function IdentifyList({ place }: { place: Position }) {
  const { t } = useTexts()
  const { answer, problem, isAsking } = useAnswer(place.join(), () => identify(place))
  const systems = ORDER.map((system) => ({
    system,
    rows: answer?.rows.filter(({ layer }) => systemOf(layer) === system) ?? [],
  }))
  return (
    <div>
      {problem && <Notice problem={problem} />}
      {isAsking && <p className="quiet">{t('common.loading')}</p>}
      {answer && <p className="quiet">{t(`field.from.${answer.from}`)}</p>}
      {answer?.rows.length === 0 && <p className="nothing">{t('field.identify.nothing')}</p>}
      {systems.map(
        ({ system, rows }) =>
          rows.length > 0 && (
            <section key={system} className="identify-system">
              <h3 className={`found-system found-${system}`}>{t(`field.system.${system}`)}</h3>
              {rows.map((feature) => (
                <Feature key={`${feature.layer}/${feature.id}`} feature={feature} />
              ))}
            </section>
          ),
      )}
    </div>
  )
}

/** A feature by its number or name and class; all its filled fields when opened. */
function Feature({ feature: { layer, attributes } }: { feature: LayerFeature }) {
  const { words, language } = useTexts()
  const definition = definitions.find(({ name }) => name === layer)!
  const { style } = definition
  const className = style.stops.find(({ code }) => code === attributes[style.field ?? ''])?.label
  return (
    <details className="patch-facts">
      <summary>
        <strong>{words(definition.title)}</strong>
        <span className="patch-facts-what">
          {[headOf(definition, attributes), className && words(className)].filter(Boolean).join(' · ')}
        </span>
      </summary>
      <dl>
        {definition.fields.map((field) => {
          const value = attributes[field.name]
          if (value === null || value === undefined || value === '') return null
          const meaning = field.codeTable && codeIn(codeTables[field.codeTable], String(value))?.[language]
          return (
            <div key={field.name}>
              <dt>{field.alias}</dt>
              <dd>
                {fieldText(field, value)} {meaning}
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
