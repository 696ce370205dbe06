import { type RawBuilder, sql } from 'kysely'
import { readProcess } from '../../../../kernel/cases/publish-process.ts'
import { coveredBy } from '../../../../kernel/cases/rights-filter.ts'
import { stepOf } from '../../../../kernel/cases/standing.ts'
import type { Trx } from '../../../../kernel/db/database.ts'
import type { Box, MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import type { Context } from '../../../../kernel/http/action.ts'
import type { Person } from '../../../../kernel/identity/can.ts'
import { toMultiPolygon } from '../../../../kernel/layers/feature.ts'
import { areaToDegrees, placeToDegrees } from '../../rules/plane.ts'
import { FIELD_ROLE } from '../../sync/standing.ts'

type Words = { zh: string; en: string }

/** A field task as lists show it. Places in longitude and latitude (degrees, CGCS2000). */
export type FieldTask = {
  id: string
  caseId: string
  number: string
  title: string
  step: string
  stepTitle: Words
  business: string
  businessTitle: Words
  areaCode: string
  state: 'open' | 'claimed' | 'suspended' | 'done'
  /** claimed by this person, or given to them, or done by them */
  mine: boolean
  /** who holds it, was given it or has done it */
  holder: { id: string; name: string } | null
  reason: string
  openedAt: Date
  claimedAt: Date | null
  doneAt: Date | null
  /** «2026-12-01»; null: no limit */
  due: string | null
  revision: number
  patches: number
  photos: number
  /** a point within the range */
  centre: Position | null
  /** west, south, east, north */
  box: Box | null
  /** of the range on the plane, m² */
  area: number | null
  noSurvey: { reason: string; at: Date } | null
  /** opened from the field by who found it (自主发现) */
  isDiscovered: boolean
  /** 范围; only of tasks that are this person's to do, for it would be too much for a hundred thousand */
  range: MultiPolygon | null
}

type Row = Omit<FieldTask, 'stepTitle' | 'businessTitle' | 'range' | 'centre' | 'box'> & {
  process: string
  version: number
  scope: Uint8Array | null
  x: number | null
  y: number | null
  edges: Box | null
}

/** How long a handed-in task stays on the list of who did it, in days. */
const REMEMBERED = 180

/** What this person may see of field tasks: theirs, those of their pool, and what colleagues of the same organisation hold (强签). */
export function visibleTo(person: Person, now: Date): RawBuilder<boolean> {
  const pool = coveredBy(
    person.rights.filter(({ role }) => role === FIELD_ROLE),
    't',
  )
  const since = new Date(now.getTime() - REMEMBERED * 86_400_000)
  return sql<boolean>`(t.state in ('open', 'claimed', 'suspended') and (t.assignee = ${person.id} or (${pool}
      and (t.assignee is null or exists (select 1 from person h where h.id = t.assignee and h.organisation = ${person.organisation.id}))))
    or t.state = 'done' and t.done_by = ${person.id} and t.done_at > ${since}
      and coalesce(t.outcome, '') not in ('withdrawn', 'deleted', 'returned'))`
}

/** `where` speaks of t (task) and c (case_); `order` and `limit` as SQL knows them. */
export async function readTaskRows(
  { trx, person }: Pick<Context, 'trx' | 'person'>,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<FieldTask[]> {
  const { rows } = await sql<Row>`select t.id, t.case_id as "caseId", c.number, c.title, t.step, t.business,
      t.area_code as "areaCode", t.state, coalesce(t.done_by, t.assignee) is not distinct from ${person.id} as mine,
      case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name) end as holder, t.reason,
      t.opened_at as "openedAt", t.claimed_at as "claimedAt", t.done_at as "doneAt", nullif(t.due, 'infinity') as due, t.revision,
      (select count(*)::int from field_patch p where p.case_id = c.id and not p.removed) as patches,
      (select count(*)::int from field_photo p where p.case_id = c.id) as photos,
      ST_X(ST_PointOnSurface(c.scope)) as x, ST_Y(ST_PointOnSurface(c.scope)) as y, ST_Area(c.scope) as area,
      case when c.scope is not null then jsonb_build_array(ST_XMin(c.scope), ST_YMin(c.scope), ST_XMax(c.scope), ST_YMax(c.scope)) end as edges,
      case when n.task_id is not null then jsonb_build_object('reason', n.reason, 'at', n.at) end as "noSurvey",
      coalesce(c.data->>'selfDiscovered' = 'true', false) as "isDiscovered", c.process, c.process_version as version,
      case when t.assignee = ${person.id} and t.state <> 'done' then ST_AsEWKB(c.scope) end as scope
    from task t join case_ c on c.id = t.case_id left join person h on h.id = coalesce(t.done_by, t.assignee)
      left join field_no_survey n on n.task_id = t.id
    where t.role = ${FIELD_ROLE} and ${where} order by ${order} limit ${limit}`.execute(trx)
  return named(trx, rows)
}

async function named(trx: Trx, rows: Row[]): Promise<FieldTask[]> {
  const processes = new Map<string, Awaited<ReturnType<typeof readProcess>>>()
  for (const { process, version } of rows) {
    const key = `${process} ${version}`
    if (!processes.has(key)) processes.set(key, await readProcess(trx, process, version))
  }
  return rows.map(({ process, version, scope, x, y, edges, ...row }) => {
    const model = processes.get(`${process} ${version}`)!
    return {
      ...row,
      stepTitle: stepOf(model, row.step).title,
      businessTitle: model.title,
      centre: x === null || y === null ? null : placeToDegrees([x, y]),
      box: edges && boxToDegrees(edges),
      range: scope && areaToDegrees(toMultiPolygon(scope)),
    }
  })
}

function boxToDegrees([west, south, east, north]: Box): Box {
  const corners = [placeToDegrees([west, south]), placeToDegrees([east, north])] as const
  return [corners[0][0], corners[0][1], corners[1][0], corners[1][1]]
}
