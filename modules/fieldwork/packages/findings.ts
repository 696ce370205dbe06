import { sql } from 'kysely'
import { coveredCases, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import { answersText } from '../../../kernel/db/answers-text.ts'
import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { fieldOf } from '../../../kernel/layers/definition.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { columnRef, geometryOf, inAreas, rowsAt, toHex } from '../../../kernel/layers/rows.ts'
import { projectsWithLand } from '../../approvals/api.ts'
import { approvalFinding, type Finding, NAMED_BY, PROJECT_LAYERS } from './rules/finding.ts'

/** Where, or what they are called (`plain` of rules/finding.ts); of each kind so many: the nearest to `near`, else the newest. */
export type Sought = {
  place?: MultiPolygon | undefined
  near?: Position | undefined
  text?: string | undefined
  most?: number
}
const MOST = 300

/** What the reader may know of a place or by a name: approvals on the map, projects with land, cases. */
export async function findingsIn(context: Context, sought: Sought): Promise<Finding[]> {
  return [
    ...(await approvals(context, sought)),
    ...(await projects(context, sought)),
    ...(await cases(context, sought)),
  ]
}

async function approvals({ trx, person }: Context, sought: Sought): Promise<Finding[]> {
  const all: Finding[] = []
  for (const name of PROJECT_LAYERS) {
    const areas = areasFor(person, 'onemap.identify', { layer: name })
    const ids = await idsSought(trx, name, areas, sought)
    const features = await readFeatures(trx, name, { ids, areas })
    all.push(...features.map((feature) => approvalFinding(name, feature)))
  }
  return all
}

async function idsSought(trx: Context['trx'], name: string, areas: string[], sought: Sought): Promise<number[]> {
  const { place, near, text, most = MOST } = sought
  const layer = layerNamed(name)
  const columns = NAMED_BY.filter((field) => fieldOf(layer, field)).map((field) => columnRef(layer, field))
  const { rows } = await sql<{ id: number }>`select f.id from ${rowsAt(layer)} f where ${inAreas(layer, areas)}
      and ${text === undefined ? sql`true` : answersText(columns, text)}
      and ${place ? sql`ST_Intersects(f.geom, ${geometryOf(place, layer.srid)})` : sql`true`}
    order by ${near ? sql`ST_Distance(f.geom, ${pointOf(near)}),` : sql``} f.id desc limit ${most}`.execute(trx)
  return rows.map(({ id }) => id)
}

const pointOf = ([x, y]: Position) => sql`ST_SetSRID(ST_MakePoint(${x}, ${y}), 4524)`

export async function projects({ trx, person }: Context, { place, text, most = MOST }: Sought): Promise<Finding[]> {
  const areas = areasFor(person, 'approvals.project.view')
  const found = await projectsWithLand(trx, areas, place, { limit: most, ...(text !== undefined && { text }) })
  return found.map((project) => ({
    ...{ id: `project/${project.code}`, kind: 'project' as const, system: 'construction' as const },
    ...{ title: project.name, number: project.code, owner: project.owner, area: project.area, layer: null },
    phase: project.stage && `approvals.stage.${project.stage}`,
    date: project.registeredAt.toISOString().slice(0, 10),
    geometry: project.geometry,
  }))
}

type CaseRow = { id: string; number: string; title: string; state: string; openedAt: Date; scope: Uint8Array }

export async function cases({ trx, person }: Context, { place, near, text, most = MOST }: Sought): Promise<Finding[]> {
  const { rows } =
    await sql<CaseRow>`select c.id, c.number, c.title, c.state, c.opened_at as "openedAt", ST_AsEWKB(c.scope) as scope
    from case_ c where c.scope is not null and ${coveredCases(rightsTo(person, 'casework.case.view'), 'c')}
      and ${text === undefined ? sql`true` : answersText([sql`c.number`, sql`c.title`], text)}
      and ${place ? sql`ST_Intersects(c.scope, ${toHex(place, 4524)}::geometry)` : sql`true`}
    order by ${near ? sql`ST_Distance(c.scope, ${pointOf(near)}),` : sql``} c.opened_at desc, c.id limit ${most}`.execute(
      trx,
    )
  return rows.map(({ id, number, title, state, openedAt, scope }) => ({
    ...{ id: `case/${id}`, kind: 'case' as const, system: 'case' as const, title, number, owner: null, area: null },
    ...{ phase: `cases.state.${state}`, date: openedAt.toISOString().slice(0, 10), layer: null },
    geometry: toMultiPolygon(scope),
  }))
}
