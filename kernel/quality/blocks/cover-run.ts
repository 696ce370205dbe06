import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { boundingBox } from '../../geometry/measures/bounding-box.ts'
import { toMultiPolygon } from '../../layers/feature.ts'
import { layerNamed } from '../../layers/registry.ts'
import { columnRef, geometryOf, inAreas, rowsAt } from '../../layers/rows.ts'
import { insertIssues } from '../insert-issues.ts'
import { type Issue, rulesFor } from '../judge.ts'
import type { Rule } from '../rule.ts'
import { surveyRules } from '../rule-sets.ts'
import type { JoinSteps } from './join-run.ts'
import type { LayerPlace } from './layer-place.ts'
import { type LayerRunRow, placeOf } from './layer-runs.ts'

type Filled = Rule & { fills: NonNullable<Rule['fills']> }
type WholeRow = { code: string; geom: Uint8Array }

/** Whether the layer leaves ground of its towns open along their borders, town by town; found again, nothing is kept twice. */
export async function coverRun(run: LayerRunRow, { thread, transaction, step }: JoinSteps): Promise<void> {
  const place = placeOf(run)
  const rule = rulesFor(surveyRules, place.layer).find(
    (each): each is Filled => each.fills !== undefined && (!run.rules || run.rules.includes(each.id)),
  )
  if (!rule) return
  const wholes = await transaction((trx) => readWholes(trx, rule, place))
  for (const [done, whole] of wholes.entries()) {
    await step(done, wholes.length)
    const parts = await transaction((trx) => readParts(trx, place, whole.geom))
    const found = await thread.cover({ whole: whole.geom, parts })
    const issues = found.map((open) => issueOf(rule, whole.code, open))
    await transaction((trx) => insertIssues(trx, run.id, issues))
  }
}

const issueOf = ({ id, severity, fills }: Filled, code: string, open: Pick<Issue, 'at' | 'measure'>): Issue => ({
  ...{ id, severity, features: [], field: layerNamed(fills.whole).areaCodeField, value: code, ...open },
})

async function readWholes(trx: Trx, { fills }: Filled, { asOf, area }: LayerPlace): Promise<WholeRow[]> {
  const whole = layerNamed(fills.whole)
  const { rows } = await sql<WholeRow>`select ${columnRef(whole, whole.areaCodeField)}::text as code,
      ST_AsEWKB(f.geom) as geom from ${rowsAt(whole, asOf)} f where ${inAreas(whole, [area])} order by f.id`.execute(
    trx,
  )
  return rows
}

async function readParts(trx: Trx, { layer, asOf }: LayerPlace, whole: Uint8Array): Promise<Uint8Array[]> {
  const box = boundingBox(toMultiPolygon(whole))
  const { rows } = await sql<{ geom: Uint8Array }>`select ST_AsEWKB(f.geom) as geom from ${rowsAt(layer, asOf)} f
    where f.geom && ${geometryOf(box, layer.srid)} order by f.id`.execute(trx)
  return rows.map(({ geom }) => geom)
}
