import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredCases, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import type { CaseState } from '../../../kernel/cases/tables.ts'
import { readWkb } from '../../../kernel/geometry/codecs/wkb.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import { areasFor, can } from '../../../kernel/identity/can.ts'
import { forbidden, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { toDegrees } from '../../onemap/api.ts'
import { listProjects as findProjects, readProject, stageFacts } from '../projects.ts'
import { lifeCycle, type Stage } from '../rules/stages.ts'
import { ProjectCode } from '../schema.ts'

/** 项目: by words of code, name, owner or investment code, within the reader's areas, with where each stands. */
export const listProjects = query({
  name: 'approvals.project.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  handle: async ({ trx, person }, { text = null, page = 1, pageSize = 50 }) => {
    const { rows, total } = await findProjects(trx, areasFor(person, 'approvals.project.list'), text, {
      page,
      pageSize,
    })
    const facts = await stageFacts(
      trx,
      rows.map(({ code }) => code),
    )
    return { rows: rows.map((row) => ({ ...row, stages: lifeCycle(facts.get(row.code) ?? []) })), total }
  },
})

type ProjectCase = {
  id: string
  number: string
  title: string
  item: string
  itemTitle: { zh: string; en: string }
  stage: Stage | null
  state: CaseState
  result: string | null
  openedAt: Date
  closedAt: Date | null
  due: string | null
}
type ProjectFile = {
  id: string
  caseId: string
  number: string
  folder: string
  title: string
  size: number | null
  madeAt: Date
}
type Milestone = { stage: Stage; number: string; authority: string; decidedOn: string; recordedBy: string }

/** One project: its life-cycle, every case the reader may see, their documents, and the land. */
export const viewProject = query({
  name: 'approvals.project.view',
  input: Type.Object({ code: ProjectCode }),
  handle: async (context, { code }) => {
    const { trx, person } = context
    const project = await readProject(trx, code)
    if (!project) throw new Refusal(notFound('approvals.project.unknown'))
    if (!can(person, 'approvals.project.view', { area: project.area }))
      throw new Refusal(forbidden('kernel.no-right', { verb: 'approvals.project.view', area: project.area }))
    const cases = await casesOf(context, code)
    return {
      ...project,
      areaName: await areaName(context, project.area),
      stages: lifeCycle((await stageFacts(trx, [code])).get(code) ?? []),
      cases,
      milestones: await milestonesOf(context, code),
      files: await filesOf(
        context,
        cases.map(({ id }) => id),
      ),
      scope: await scopeOf(context, code),
    }
  },
})

async function casesOf({ trx, person }: Context, code: string): Promise<ProjectCase[]> {
  const { rows } =
    await sql<ProjectCase>`select c.id, c.number, c.title, a.item, i.definition -> 'title' as "itemTitle", a.stage,
      c.state, c.result, c.opened_at as "openedAt", c.closed_at as "closedAt", nullif(c.due, 'infinity')::text as due
    from approval_case a join case_ c on c.id = a.case_id join approval_item i on i.code = a.item and i.version = a.item_version
    where a.project = ${code} and ${coveredCases(rightsTo(person, 'casework.case.view'), 'c')} order by c.opened_at, c.id`.execute(
      trx,
    )
  return rows
}

async function filesOf({ trx }: Context, cases: string[]): Promise<ProjectFile[]> {
  const { rows } =
    await sql<ProjectFile>`select r.id, r.case_id as "caseId", c.number, r.folder, r.title, r.size, r.made_at as "madeAt"
    from case_resource r join case_ c on c.id = r.case_id
    where r.case_id = any(${cases}::uuid[]) and r.removed_at is null and r.digest is not null
    order by c.opened_at, r.folder, r.made_at limit 500`.execute(trx)
  return rows
}

async function milestonesOf({ trx }: Context, code: string): Promise<Milestone[]> {
  const { rows } =
    await sql<Milestone>`select m.stage, m.number, m.authority, m.decided_on::text as "decidedOn", p.name as "recordedBy"
    from project_milestone m join person p on p.id = m.recorded_by where m.project = ${code} order by m.decided_on`.execute(
      trx,
    )
  return rows
}

async function areaName({ trx }: Context, code: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from area where code = ${code}`.execute(trx)
  return rows[0]?.name ?? code
}

/** The land as it was registered, or else the land of its latest case; degrees (CGCS2000). */
async function scopeOf(
  { trx }: Context,
  code: string,
): Promise<{ type: 'MultiPolygon'; coordinates: MultiPolygon } | null> {
  const { rows } = await sql<{
    scope: Uint8Array | null
  }>`select st_asewkb(coalesce(j.scope, (select c.scope from approval_case a
      join case_ c on c.id = a.case_id where a.project = j.code and c.scope is not null order by c.opened_at desc limit 1))) as scope
    from project j where j.code = ${code}`.execute(trx)
  const reading = rows[0]?.scope && readWkb(rows[0].scope)
  return reading && reading.type === 'MultiPolygon'
    ? { type: 'MultiPolygon', coordinates: toDegrees(reading.coordinates) }
    : null
}
