import { sql } from 'kysely'
import type { Day } from '../../calendar/day.ts'
import { newId } from '../../identity/new-id.ts'
import { conflict, forbidden, invalid, notFound, Refusal } from '../../problems/problem.ts'
import { record } from '../history.ts'
import { today } from '../limits.ts'
import { openTasksOf, peopleToAct } from '../people-to-act.ts'
import { holdCase } from '../standing.ts'
import type { CaseTables } from '../tables.ts'
import { notify } from '../talk/notices.ts'
import { refuseUnlessOpen } from '../transition.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'

/** 督办: a leader watches over the case and wants an answer by a day; whoever is to act is told. Returns its id. */
export async function supervise(work: CaseWork, caseId: string, { text, until }: { text: string; until: Day }) {
  const { row } = await holdCase(work, caseId)
  refuseUnlessOpen(row)
  if (until < today(work.now)) throw new Refusal(invalid('cases.supervise.until-passed', { until }))
  const by = actorOf(work)
  const id = newId()
  const open = { answer: null, answered_by: null, answered_at: null, ended_at: null, ended_by: null, told_at: null }
  const told = { id, case_id: caseId, by: by.id, at: work.now, text, until }
  await tablesOf(work)
    .insertInto('supervision')
    .values({ ...told, ...open })
    .execute()
  const people = await peopleToAct(work, await openTasksOf(work, caseId), today(work.now))
  const params = { number: row.number, by: by.name, text, until }
  await notify(work, people, { caseId, kind: 'supervised', params })
  await record(work, [{ caseId, verb: 'supervise', detail: { text, until, people } }])
  return id
}

/** What has been done about it; a further answer takes the place of the one before, and the history keeps both. */
export async function answerSupervision(work: CaseWork, id: string, answer: string): Promise<void> {
  const row = await holdSupervision(work, id)
  const me = actorOf(work)
  if (row.by === me.id) throw new Refusal(forbidden('cases.supervision.own', { number: row.number }))
  await tablesOf(work)
    .updateTable('supervision')
    .set({ answer, answered_by: me.id, answered_at: work.now })
    .where('id', '=', id)
    .execute()
  const params = { number: row.number, by: me.name, text: answer }
  await notify(work, [row.by], { caseId: row.case_id, kind: 'supervisionAnswered', params })
  await record(work, [{ caseId: row.case_id, verb: 'answerSupervision', detail: { answer } }])
}

export async function endSupervision(work: CaseWork, id: string): Promise<void> {
  const row = await holdSupervision(work, id)
  await tablesOf(work)
    .updateTable('supervision')
    .set({ ended_at: work.now, ended_by: actorOf(work).id })
    .where('id', '=', id)
    .execute()
  await record(work, [{ caseId: row.case_id, verb: 'endSupervision', detail: { text: row.text } }])
}

async function holdSupervision(work: CaseWork, id: string) {
  const { rows } = await sql<CaseTables['supervision'] & { number: string }>`select s.*, c.number
    from supervision s join case_ c on c.id = s.case_id where s.id = ${id} for update of s`.execute(work.trx)
  const [row] = rows
  if (!row) throw new Refusal(notFound('cases.supervision.unknown'))
  if (row.ended_at) throw new Refusal(conflict('cases.supervision.ended', { number: row.number }))
  return row
}

/** The case it is about, for the right to act on it. */
export async function caseOfSupervision({ trx }: Pick<CaseWork, 'trx'>, id: string): Promise<string> {
  const row = await tablesOf({ trx })
    .selectFrom('supervision')
    .select('case_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal(notFound('cases.supervision.unknown'))
  return row.case_id
}

type Named = { id: string; name: string }

export type Supervision = {
  id: string
  by: Named
  at: Date
  text: string
  until: Day
  answer: string | null
  answeredBy: Named | null
  answeredAt: Date | null
  endedAt: Date | null
}

/** Of one case, the oldest first. */
export async function supervisionsOf(work: Pick<CaseWork, 'trx'>, caseId: string): Promise<Supervision[]> {
  const { rows } = await sql<Supervision>`select s.id, s.at, s.text, s.until, s.answer, s.answered_at as "answeredAt",
      s.ended_at as "endedAt", jsonb_build_object('id', b.id, 'name', b.name) as by,
      case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as "answeredBy"
    from supervision s join person b on b.id = s.by left join person a on a.id = s.answered_by
    where s.case_id = ${caseId} order by s.at, s.id`.execute(work.trx)
  return rows
}
