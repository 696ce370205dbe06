import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/db/database.ts'
import { FIELD_ROLE } from '../../sync/standing.ts'

type Named = { id: string; name: string }

/**
 * 下发 issued, 派发 reassign, 签收 claim, 强签 forceClaim, 退回待办 unclaim, 在办 worked, 办结 complete, and so on: the verbs of the
 * history of the case. `worked`: what came from one person's phone between `at` and `until`.
 */
export type HistoryNode = {
  kind: string
  at: Date
  until: Date | null
  by: Named | null
  /** who was given it, or had it before */
  to: string | null
  from: string | null
  reason: string | null
  step: string | null
  photos: number
  patches: number
  /** operations that were held, because the task was no longer theirs */
  held: number
}

const NOTHING = sql`null::timestamptz as until, 0 as photos, 0 as patches, 0 as held`

/** Of the field tasks of a case, with what the office decided in between; the oldest first. */
export async function nodesOf(trx: Trx, caseId: string): Promise<HistoryNode[]> {
  const { rows } =
    await sql<HistoryNode>`with field as (select * from task where case_id = ${caseId} and role = ${FIELD_ROLE}),
      names as (select id, name from person)
    select 'issued' as kind, f.opened_at as at, ${NOTHING}, null::jsonb as by, null as "to", null as "from",
        f.reason, f.step from field f
    union all
    select e.verb, e.at, ${NOTHING}, case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end,
        (select name from names where id::text = e.detail->>'to'), (select name from names where id::text = e.detail->>'from'),
        coalesce(e.detail->>'reason', e.detail->>'opinion'), e.step
      from case_event e left join person p on p.id = e.by
      where e.case_id = ${caseId} and (e.task_id in (select id from field) or e.verb in ('return', 'closeIrregularly', 'end'))
    union all
    select 'worked', min(o.received_at), max(o.received_at), (count(*) filter (where o.kind = 'photo.add'))::int,
        (count(distinct o.payload->>'patchId') filter (where o.kind = 'patch.save'))::int,
        (count(*) filter (where o.status = 'held' and o.waits_for is null))::int,
        jsonb_build_object('id', p.id, 'name', p.name), null, null, null, null
      from field_operation o join person p on p.id = o.person where o.task_id in (select id from field)
        and o.kind in ('photo.add', 'patch.save', 'form.save') group by o.task_id, p.id, p.name
    order by at, kind`.execute(trx)
  return rows
}
