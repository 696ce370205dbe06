import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import type { Box, MultiPolygon } from '../../../kernel/geometry/types.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { forbidden, invalid, Refusal } from '../../../kernel/problems/problem.ts'
import { areaToPlane } from '../rules/plane.ts'
import type { Choice } from './schema.ts'

/** Metres round a task's range that go along. */
const AROUND = 300

export type Ground = { title: string; ground: MultiPolygon }

/**
 * The ground a choice covers, cut to the areas granted; EPSG:4524. Refuses an area that is not granted, and a place where
 * nothing is.
 */
export async function groundOf(trx: Trx, person: string, areas: readonly string[], choice: Choice): Promise<Ground> {
  const window = windowOf(person, areas, choice)
  const prefixes = choice.kind === 'area' ? [choice.code!] : areas
  const units = sql`select geom from layer_cjdcq where valid_to is null
    and exists (select 1 from unnest(${prefixes}::text[]) p where starts_with(zldwdm, p))`
  const { rows } = await sql<{ ground: Uint8Array | null }>`
    with place as (select ${window ? sql`ST_Union(g.geom)` : sql`null::geometry`} as geom from (${window ?? sql`select null::geometry as geom`}) g),
      unit as (select ST_Union(u.geom) as geom from (${units}) u, place p where ${window ? sql`u.geom && p.geom` : sql`true`})
    select ST_AsEWKB(ST_Multi(ST_CollectionExtract(${window ? sql`ST_Intersection(unit.geom, place.geom)` : sql`unit.geom`}, 3))) as ground
      from unit, place`.execute(trx)
  const ground = rows[0]?.ground ? toMultiPolygon(rows[0].ground) : []
  if (ground.length === 0) throw new Refusal(forbidden('fieldwork.package.no-ground'))
  return { title: await titleOf(trx, choice), ground }
}

/** What a box or the tasks cover, as a list of geometries; none for an area, which is its villages. */
function windowOf(
  person: string,
  areas: readonly string[],
  { kind, code, box }: Choice,
): RawBuilder<unknown> | undefined {
  if (kind === 'area') {
    if (!code) throw new Refusal(invalid('fieldwork.package.no-choice'))
    if (!areas.some((area) => code.startsWith(area)))
      throw new Refusal(forbidden('fieldwork.package.not-granted', { area: code }))
    return undefined
  }
  if (kind === 'tasks')
    return sql`select ST_Expand(ST_Envelope(c.scope), ${AROUND}::float8) as geom from task t join case_ c on c.id = t.case_id
      where t.assignee = ${person} and t.state in ('open', 'claimed', 'suspended') and c.scope is not null`
  const [minX, minY, maxX, maxY] = boxInMetres(box)
  return sql`select ST_MakeEnvelope(${minX}::float8, ${minY}::float8, ${maxX}::float8, ${maxY}::float8, 4524) as geom`
}

function boxInMetres(text: string | undefined): Box {
  const [west, south, east, north] = (text ?? '').split(',').map(Number)
  if (!(west! < east! && south! < north!)) throw new Refusal(invalid('fieldwork.package.no-choice'))
  return boundingBox(
    areaToPlane([[[[west!, south!], [east!, south!], [east!, north!], [west!, north!], [west!, south!]]]]), // biome-ignore format: one row
  )
}

async function titleOf(trx: Trx, { kind, code, box }: Choice): Promise<string> {
  if (kind === 'tasks') return '我的任务'
  if (kind === 'box') return `框选 ${box!.split(',').map((side) => Number(side).toFixed(3)).join(' ')}` // biome-ignore format: one row
  const { rows } = await sql<{ name: string }>`select name from area where code = ${code}`.execute(trx)
  return rows[0]?.name ?? code!
}
