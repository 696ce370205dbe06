import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../../kernel/http/action.ts'
import type { Right } from '../../../../kernel/identity/can.ts'
import { placeToDegrees } from '../../rules/plane.ts'
import { FIELD_ROLE } from '../../sync/standing.ts'
import { organisationsUnder } from '../organisations.ts'
import type { Worker } from '../rules/plan.ts'

export type FieldWorker = Worker & {
  organisation: string
  /** of those open: signed for */
  claimed: number
  overdue: number
  /** handed in within thirty days */
  done: number
}

type Row = Omit<FieldWorker, 'rights' | 'centre'> & {
  rights: Omit<Right, 'verbs'>[]
  x: number | null
  y: number | null
}

/** Who of one's own organisation does field work, how much each has to do, and where. */
export const listWorkers = query({
  name: 'fieldwork.dispatch.people',
  input: Type.Object({}),
  async handle({ trx, person, now }) {
    const own = [...(await organisationsUnder(trx, person.organisation.id))]
    const { rows } = await sql<Row>`select p.id, p.name, o.name as organisation,
        (select jsonb_agg(jsonb_build_object('role', g.role, 'organisation', g.organisation, 'area', g.area, 'business', g.business))
          from right_grant g where g.person = p.id and g.role = ${FIELD_ROLE} and g.ended_at is null) as rights,
        coalesce(w.open, 0)::int as open, coalesce(w.claimed, 0)::int as claimed, coalesce(w.overdue, 0)::int as overdue, w.x, w.y,
        (select count(*)::int from task t where t.done_by = p.id and t.role = ${FIELD_ROLE} and t.state = 'done'
          and t.done_at > ${new Date(now.getTime() - 30 * 86_400_000)}) as done
      from person p join organisation o on o.id = p.organisation
        left join lateral (select count(*) as open, count(*) filter (where t.state = 'claimed') as claimed,
            count(*) filter (where t.due < current_date) as overdue,
            avg(ST_X(ST_Centroid(c.scope))) as x, avg(ST_Y(ST_Centroid(c.scope))) as y
          from task t join case_ c on c.id = t.case_id
          where t.assignee = p.id and t.role = ${FIELD_ROLE} and t.state in ('open', 'claimed')) w on true
      where p.organisation = any(${own}::uuid[]) and p.ended_at is null and exists (select 1 from right_grant g
        where g.person = p.id and g.role = ${FIELD_ROLE} and g.ended_at is null)
      order by p.name, p.id`.execute(trx)
    return {
      rows: rows.map(
        ({ x, y, rights, ...row }): FieldWorker => ({
          ...row,
          rights: rights.map((right) => ({ ...right, verbs: [] })),
          centre: x === null || y === null ? null : placeToDegrees([x, y]),
        }),
      ),
    }
  },
})
