import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/db/database.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { query } from '../../../../kernel/http/action.ts'
import { can } from '../../../../kernel/identity/can.ts'
import { type Item, readChangeSet } from '../../../../kernel/layers/change-sets/read.ts'
import { landuseName } from '../../../../kernel/layers/codes/landuse.ts'
import { forbidden, Refusal } from '../../../../kernel/problems/problem.ts'
import { areaToDegrees } from '../../../fieldwork/api.ts'
import { readResultSet, scopeOfSet } from '../result-set.ts'
import type { Attributes } from '../rules/patches.ts'

const SHOWN = ['BSM', 'TBBH', 'DLBM', 'DLMC', 'QSXZ', 'QSDWMC', 'ZLDWMC', 'TBMJ', 'KCMJ', 'TBDLMJ', 'GDPDJB', 'CZCSXM']

export type PreviewState = { attributes: Attributes; geometry: MultiPolygon }
export type PreviewItem = Omit<Item, 'before' | 'after'> & { before: PreviewState | null; after: PreviewState | null }
/** Recorded areas (TBMJ) by class, m². */
export type ClassTotal = { DLBM: string; name: string; before: number; after: number; change: number }
export type ProcessLine = { before: number; after: number; beforeClass: string; afterClass: string; area: number }

/** Before and after of a set, its areas by class, how they were levelled, and what the drafting decided. Degrees. */
export const previewResult = query({
  name: 'landuse.result.preview',
  input: Type.Object({ changeSetId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { changeSetId }) {
    const set = await readResultSet(trx, changeSetId)
    const scope = scopeOfSet(set)
    if (!can(person, 'landuse.result.preview', scope))
      throw new Refusal(forbidden('kernel.no-right', { verb: 'landuse.result.preview', area: scope.area }))
    const { items } = await readChangeSet(trx, changeSetId)
    const areas = classTotals(items)
    return {
      ...set,
      items: items.map(
        ({ before, after, ...item }): PreviewItem => ({ ...item, before: shown(before), after: shown(after) }),
      ),
      areas,
      total: { before: sum(areas.map(({ before }) => before)), after: sum(areas.map(({ after }) => after)) },
      process: await processOf(trx, changeSetId),
    }
  },
})

function shown(state: Item['before']): PreviewState | null {
  if (!state) return null
  const attributes = Object.fromEntries(SHOWN.map((name) => [name, state.attributes[name] ?? null]))
  return { attributes, geometry: areaToDegrees(state.geometry) }
}

const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100

function classTotals(items: readonly Item[]): ClassTotal[] {
  const side = (key: 'before' | 'after', DLBM: string) =>
    sum(
      items.flatMap((item) =>
        item.kind !== 'modify' && item[key]?.attributes.DLBM === DLBM ? [Number(item[key].attributes.TBMJ)] : [],
      ),
    )
  const classes = new Set(
    items.flatMap(({ before, after }) =>
      [before, after].flatMap((state) => (state ? [String(state.attributes.DLBM)] : [])),
    ),
  )
  return [...classes].sort().map((DLBM) => {
    const [before, after] = [side('before', DLBM), side('after', DLBM)]
    return { DLBM, name: landuseName(DLBM) ?? '', before, after, change: sum([after, -before]) }
  })
}

/** Rows of 地类图斑更新过程. */
async function processOf(trx: Trx, changeSetId: string): Promise<ProcessLine[]> {
  const { rows } =
    await sql<ProcessLine>`select before_feature as before, after_feature as after, attributes ->> 'BGQDLBM' as "beforeClass",
      attributes ->> 'BGHDLBM' as "afterClass", area from landuse_update_process where change_set = ${changeSetId} order by ordinal`.execute(
      trx,
    )
  return rows
}
