import { sql } from 'kysely'
import { can } from '../../identity/can.ts'
import { newId } from '../../identity/new-id.ts'
import { loadPerson } from '../../identity/people.ts'
import { conflict, forbidden, invalid, notFound, Refusal } from '../../problems/problem.ts'
import { record } from '../history.ts'
import { holdCase, readTask, scopeOfCase } from '../standing.ts'
import type { CaseRow, CaseTables } from '../tables.ts'
import { notify } from '../talk/notices.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'

/** `taskId`: the task from which it is shown, if any. */
export type NewCirculation = { caseId: string; taskId?: string; people: string[]; text: string }

/** 传阅/抄送: the case is shown to others and goes on meanwhile; who has read it is written down. Returns the ids. */
export async function circulate(work: CaseWork, { caseId, taskId, people, text }: NewCirculation): Promise<string[]> {
  const { row } = await holdCase(work, caseId)
  const step = taskId ? await stepOfCase(work, taskId, row) : undefined
  const readers = [...new Set(people)]
  for (const reader of readers) await refuseReader(work, row, reader)
  const by = actorOf(work)
  const told = { by: by.id, at: work.now, text, read_at: null, answer: null, answered_at: null }
  const rows = readers.map((person) => ({ id: newId(), case_id: caseId, task_id: taskId ?? null, person, ...told }))
  await tablesOf(work).insertInto('circulation').values(rows).execute()
  await notify(work, readers, { caseId, taskId, kind: 'circulated', params: { number: row.number, by: by.name, text } })
  await record(work, [{ caseId, verb: 'circulate', taskId, step, detail: { people: readers, text } }])
  return rows.map(({ id }) => id)
}

async function stepOfCase(work: CaseWork, taskId: string, { id }: CaseRow): Promise<string> {
  const task = await readTask(work, taskId)
  if (task.case_id !== id) throw new Refusal(notFound('cases.task.unknown', { task: taskId }))
  return task.step
}

async function refuseReader(work: CaseWork, row: CaseRow, reader: string): Promise<void> {
  const person = await loadPerson(work.trx, reader, work.now)
  if (!person) throw new Refusal(invalid('cases.circulate.unknown', { person: reader }))
  if (reader === actorOf(work).id) throw new Refusal(invalid('cases.circulate.self'))
  if (!can(person, 'casework.case.view', scopeOfCase(row)))
    throw new Refusal(forbidden('cases.circulate.no-right', { number: row.number, person: person.name }))
  const { rows } = await sql`select from circulation
    where case_id = ${row.id} and person = ${reader} and read_at is null`.execute(work.trx)
  if (rows.length > 0)
    throw new Refusal(conflict('cases.circulate.unread', { number: row.number, person: person.name }))
}

/** The reader's receipt, with an answer or without; an answer is given once. */
export async function readCirculation(work: CaseWork, id: string, answer?: string): Promise<void> {
  const row = await holdCirculation(work, id)
  const me = actorOf(work)
  if (row.person !== me.id) throw new Refusal(forbidden('cases.circulation.of-other'))
  if (answer !== undefined && row.answer !== null) throw new Refusal(conflict('cases.circulation.answered'))
  const answered = answer === undefined ? {} : { answer, answered_at: work.now }
  await tablesOf(work)
    .updateTable('circulation')
    .set({ read_at: row.read_at ?? work.now, ...answered })
    .where('id', '=', id)
    .execute()
  if (row.read_at === null || answer !== undefined)
    await record(work, [{ caseId: row.case_id, verb: 'circulationRead', detail: { ...(answer && { answer }) } }])
  if (answer === undefined) return
  const params = { number: row.number, by: me.name, text: answer }
  await notify(work, [row.by], { caseId: row.case_id, kind: 'circulationAnswered', params })
}

/** Shown by mistake: taken back as long as it has not been read. */
export async function recallCirculation(work: CaseWork, id: string): Promise<void> {
  const row = await holdCirculation(work, id)
  if (row.by !== actorOf(work).id) throw new Refusal(forbidden('cases.circulation.of-other'))
  if (row.read_at !== null) throw new Refusal(conflict('cases.circulation.read'))
  await tablesOf(work).deleteFrom('circulation').where('id', '=', id).execute()
  await record(work, [{ caseId: row.case_id, verb: 'circulationRecalled', detail: { person: row.person } }])
}

async function holdCirculation(work: CaseWork, id: string) {
  const { rows } = await sql<CaseTables['circulation'] & { number: string }>`select r.*, c.number
    from circulation r join case_ c on c.id = r.case_id where r.id = ${id} for update of r`.execute(work.trx)
  if (!rows[0]) throw new Refusal(notFound('cases.circulation.unknown'))
  return rows[0]
}

type Named = { id: string; name: string }

export type Circulation = {
  id: string
  person: Named
  by: Named
  at: Date
  text: string
  readAt: Date | null
  answer: string | null
}

/** Of one case, the oldest first. */
export async function circulationsOf(work: Pick<CaseWork, 'trx'>, caseId: string): Promise<Circulation[]> {
  const { rows } = await sql<Circulation>`select r.id, r.at, r.text, r.read_at as "readAt", r.answer,
      jsonb_build_object('id', p.id, 'name', p.name) as person, jsonb_build_object('id', b.id, 'name', b.name) as by
    from circulation r join person p on p.id = r.person join person b on b.id = r.by
    where r.case_id = ${caseId} order by r.at, r.id`.execute(work.trx)
  return rows
}
