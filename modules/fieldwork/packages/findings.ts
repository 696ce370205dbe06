import { sql } from 'kysely'
import { coveredCases, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { projectsWithLand } from '../../approvals/api.ts'
import { approvalFinding, type Finding, PROJECT_LAYERS } from './rules/finding.ts'

const MOST_EACH = 300

/** What the reader may know of a place: approvals on the map, projects with land, cases. Without a place: everywhere. */
export async function findingsIn(context: Context, place: MultiPolygon | undefined): Promise<Finding[]> {
  return [...(await approvals(context, place)), ...(await projects(context, place)), ...(await cases(context, place))]
}

async function approvals({ trx, person }: Context, within: MultiPolygon | undefined): Promise<Finding[]> {
  const all: Finding[] = []
  for (const layer of PROJECT_LAYERS) {
    const areas = areasFor(person, 'onemap.identify', { layer })
    const features = await readFeatures(trx, layer, {
      ...(within && { within }),
      areas,
      limit: within ? MOST_EACH : 5000,
    })
    all.push(...features.map((feature) => approvalFinding(layer, feature)))
  }
  return all
}

export async function projects({ trx, person }: Context, place: MultiPolygon | undefined): Promise<Finding[]> {
  const areas = areasFor(person, 'approvals.project.view')
  return (await projectsWithLand(trx, areas, place, MOST_EACH)).map((project) => ({
    ...{ id: `project/${project.code}`, kind: 'project' as const, system: 'construction' as const },
    ...{ title: project.name, number: project.code, owner: project.owner, area: project.area, layer: null },
    phase: project.stage && `approvals.stage.${project.stage}`,
    date: project.registeredAt.toISOString().slice(0, 10),
    geometry: project.geometry,
  }))
}

type CaseRow = { id: string; number: string; title: string; state: string; openedAt: Date; scope: Uint8Array }

export async function cases({ trx, person }: Context, place: MultiPolygon | undefined): Promise<Finding[]> {
  const { rows } =
    await sql<CaseRow>`select c.id, c.number, c.title, c.state, c.opened_at as "openedAt", ST_AsEWKB(c.scope) as scope
    from case_ c where c.scope is not null and ${coveredCases(rightsTo(person, 'casework.case.view'), 'c')}
      and ${place ? sql`ST_Intersects(c.scope, ${toHex(place, 4524)}::geometry)` : sql`true`}
    order by c.opened_at desc, c.id limit ${MOST_EACH}`.execute(trx)
  return rows.map(({ id, number, title, state, openedAt, scope }) => ({
    ...{ id: `case/${id}`, kind: 'case' as const, system: 'case' as const, title, number, owner: null, area: null },
    ...{ phase: `cases.state.${state}`, date: openedAt.toISOString().slice(0, 10), layer: null },
    geometry: toMultiPolygon(scope),
  }))
}
