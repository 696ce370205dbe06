import { useMemo, useState } from 'react'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { codeIn } from '../../../../kernel/layers/codes/code-table.ts'
import { codeTables } from '../../../../kernel/layers/codes/tables.ts'
import { layers as definitions } from '../../../../kernel/layers/registry.ts'
import type { AreaRow } from '../../../../kernel/overlay/area-row.ts'
import { areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { Notice } from '../../parts/notice.tsx'
import { askWorker } from '../packages/ask-worker.ts'
import type { Beside } from '../packages/worker-api.ts'
import { mu } from './area-line.tsx'
import { Differences } from './differences.tsx'
import { useAnswer } from './use-answer.ts'

const FIRST = ['DLTB', 'YJJBNT', 'STBHHX', 'CZKFBJ']
const MORE = ['NZYPW', 'ZDPW', 'GDXM', 'SSNYDBA', 'LSYD', 'ZD', 'ZRZ']

/**
 * 套合分析 on the phone (SH122): how much of a shape (degrees) lies in which class of which layer, ellipsoidal m² and 亩; rows of a
 * layer add up to the shape. `beside`: what came with the task, where no package covers the shape.
 */
export function OverlayPanel({
  shape,
  beside,
  edition,
}: {
  shape: MultiPolygon
  beside: Beside | null
  edition: string
}) {
  const { t, words } = useTexts()
  const [chosen, setChosen] = useState(FIRST)
  const plane = useMemo(() => areaToPlane(shape), [shape])
  const { answer, problem, isAsking } = useAnswer(JSON.stringify([chosen, shape, edition]), () => askWorker('overlay', [plane, chosen, beside])) // biome-ignore format: one row
  const toggle = (name: string) =>
    setChosen(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name])
  return (
    <div className="overlay-panel">
      <fieldset className="chips" aria-label={t('field.overlay.layers')}>
        {[...FIRST, ...MORE].map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(name)}
            onClick={() => toggle(name)}
          >
            {words(definitions.find((each) => each.name === name)!.title)}
          </button>
        ))}
      </fieldset>
      {problem && <Notice problem={problem} />}
      {isAsking && !answer && <p className="quiet">{t('common.loading')}</p>}
      {answer && answer.missing.length > 0 && (
        <p className="banner">
          {t('field.overlay.missing', {
            layers: answer.missing
              .map((name) => words(definitions.find((each) => each.name === name)!.title))
              .join('、'),
          })}{' '}
          <a href="#/packages">{t('field.packages')}</a>
        </p>
      )}
      {answer?.differences && <Differences found={answer.differences} />}
      {answer &&
        [...new Set(answer.rows.map(({ layer }) => layer))].map((layer) => (
          <LayerTable
            key={layer}
            layer={layer}
            rows={answer.rows.filter((row) => row.layer === layer)}
            total={answer.total.ellipsoidal}
          />
        ))}
    </div>
  )
}

function LayerTable({ layer, rows, total }: { layer: string; rows: readonly AreaRow[]; total: number }) {
  const { t, words } = useTexts()
  const definition = definitions.find(({ name }) => name === layer)!
  return (
    <table className="overlay-table">
      <caption>{words(definition.title)}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify([row.covered, row.key])} className={row.covered ? undefined : 'quiet'}>
            <th scope="row">
              <Class row={row} />
            </th>
            <td>{squareMetres(row.ellipsoidal)} m²</td>
            <td>{t('field.mu', { area: mu(row.ellipsoidal) })}</td>
          </tr>
        ))}
        <tr className="overlay-total">
          <th scope="row">{t('field.overlay.total')}</th>
          <td>{squareMetres(total)} m²</td>
          <td>{t('field.mu', { area: mu(total) })}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** A code with what it means; a layer without classes is only within or without. */
function Class({ row: { layer, covered, key } }: { row: AreaRow }) {
  const { t, language } = useTexts()
  if (!covered) return t('field.overlay.free')
  const { fields } = definitions.find(({ name }) => name === layer)!
  const parts = Object.entries(key).flatMap(([name, value]) => {
    if (value === null) return []
    const table = fields.find((field) => field.name === name)?.codeTable
    const meaning = table && codeIn(codeTables[table], String(value))?.[language]
    return [meaning ? `${value} ${meaning}` : String(value)]
  })
  return parts.length > 0 ? parts.join(' · ') : t('field.overlay.within')
}
