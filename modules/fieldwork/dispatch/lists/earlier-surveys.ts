import { sql } from 'kysely'
import { coveredBy } from '../../../../kernel/cases/rights-filter.ts'
import type { Context } from '../../../../kernel/http/action.ts'
import { can } from '../../../../kernel/identity/can.ts'
import { FIELD_ROLE } from '../../sync/standing.ts'

/** A survey of another case that reaches into the range. */
export type EarlierSurvey = {
  caseId: string
  number: string
  title: string
  doneAt: Date
  by: string
  /** of the range, m² on the plane */
  shared: number
  /** of the range, 0 to 1 */
  share: number
  photos: number
  classes: string[]
  noSurvey: string | null
}

/** Less than that is a touch of the borders, m². */
const TOUCH = 1
const MOST = 50

/** Handed in before, the newest first, as far as the asking person has rights where they lie. */
export async function earlierSurveys({ trx, person }: Context, caseId: string): Promise<EarlierSurvey[]> {
  const rights = person.rights.filter(
    (right) => right.role === FIELD_ROLE || can({ ...person, rights: [right] }, 'fieldwork.dispatch.assign'),
  )
  const { rows } =
    await sql<EarlierSurvey>`select distinct on (t.done_at, c.id) c.id as "caseId", c.number, c.title, t.done_at as "doneAt",
      p.name as by, shared.area as shared, shared.area / nullif(ST_Area(own.scope), 0) as share,
      (select count(*)::int from field_photo f where f.case_id = c.id) as photos,
      coalesce((select jsonb_agg(distinct f.class) from field_patch f where f.case_id = c.id and not f.removed and f.class is not null), '[]') as classes,
      n.reason as "noSurvey"
    from case_ own join case_ c on c.id <> own.id and c.scope && own.scope
      join task t on t.case_id = c.id and t.role = ${FIELD_ROLE} and t.state = 'done'
        and coalesce(t.outcome, '') not in ('withdrawn', 'deleted', 'returned')
      join person p on p.id = t.done_by left join field_no_survey n on n.task_id = t.id
      cross join lateral (select ST_Area(ST_Intersection(c.scope, own.scope)) as area) shared
    where own.id = ${caseId} and shared.area > ${TOUCH} and (t.done_by = ${person.id} or ${coveredBy(rights, 'c')})
    order by t.done_at desc, c.id limit ${MOST}`.execute(trx)
  return rows
}
