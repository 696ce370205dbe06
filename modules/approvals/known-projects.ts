import { sql } from 'kysely'
import { answersText } from '../../kernel/db/answers-text.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { planarArea } from '../../kernel/geometry/measures/planar-area.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { toMultiPolygon } from '../../kernel/layers/feature.ts'
import { toHex } from '../../kernel/layers/rows.ts'
import { stageFacts, underAreas } from './projects.ts'
import { lifeCycle, type Stage } from './rules/stages.ts'

/** A project with its land (EPSG:4524) and how far it has come; `stage` null: nothing filed yet. */
export type KnownProject = {
  code: string
  name: string
  owner: string
  registeredAt: Date
  geometry: MultiPolygon
  area: number
  stage: Stage | null
}

/**
 * Projects whose land meets a place, within areas (prefixes of their codes); without a place all that have land. `text`: only those whose
 * code, name or owner holds it (kernel/db/answers-text.ts).
 */
export async function projectsWithLand(
  trx: Trx,
  areas: string[],
  place: MultiPolygon | undefined,
  { limit = 500, text }: { limit?: number; text?: string } = {},
): Promise<KnownProject[]> {
  const { rows } = await sql<{ code: string; name: string; owner: string; registeredAt: Date; land: Uint8Array }>`
    select j.code, j.name, j.owner_name as owner, j.registered_at as "registeredAt", ST_AsEWKB(j.scope) as land from project j
    where j.scope is not null and ${underAreas(areas)}
      and ${text === undefined ? sql`true` : answersText([sql`j.code`, sql`j.name`, sql`j.owner_name`], text)}
      and ${place ? sql`ST_Intersects(j.scope, ${toHex(place, 4524)}::geometry)` : sql`true`}
    order by j.registered_at desc, j.code limit ${limit}`.execute(trx)
  const facts = await stageFacts(
    trx,
    rows.map(({ code }) => code),
  )
  return rows.map(({ land, ...row }) => {
    const geometry = toMultiPolygon(land)
    const come = lifeCycle(facts.get(row.code) ?? []).filter(({ state }) => state === 'running' || state === 'done')
    return { ...row, geometry, area: planarArea(geometry), stage: come.at(-1)?.stage ?? null }
  })
}
