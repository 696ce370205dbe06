import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { LayerDefinition } from '../layers/definition.ts'
import { columnRef, inAreas, rowsAt } from '../layers/rows.ts'
import type { Issue } from './judge.ts'
import type { Rule } from './rule.ts'

type Group = { ids: number[]; value: string; x: number; y: number }

/** What `repeatedIn` finds, for all features of a layer at an instant in an area; the issue lies at the first of them. */
export async function repeatedInLayer(
  trx: Trx,
  rule: Rule,
  { layer, asOf, area }: { layer: LayerDefinition; asOf: Date; area: string },
): Promise<Issue[]> {
  const unique = rule.unique?.(layer)
  if (!unique) return []
  const { field, within } = unique
  const value = sql`${columnRef(layer, field)}::text`
  const { rows } = await sql<Group>`with shared as (
      select array_agg(f.id order by f.id) as ids, min(${value}) as value from ${rowsAt(layer, asOf)} f
      where ${inAreas(layer, [area])} and ${value} <> ''
      group by ${value}${within ? sql`, ${columnRef(layer, within)}` : sql``} having count(*) > 1)
    select s.ids, s.value, ST_X(p.at) as x, ST_Y(p.at) as y from shared s
    join lateral (select ST_PointOnSurface(f.geom) as at from ${rowsAt(layer, asOf)} f where f.id = s.ids[1]) p on true
    order by s.ids[1]`.execute(trx)
  return rows.map(({ ids, value, x, y }) => ({
    ...{ features: ids, field, value, measure: ids.length, at: [x, y] as [number, number] },
    ...{ id: rule.id, severity: rule.severity },
  }))
}
