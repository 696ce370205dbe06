import { sql } from 'kysely'
import { json } from '../db/database.ts'
import { newId } from '../identity/new-id.ts'
import { actorOf, type CaseWork, tablesOf } from './work.ts'

export type NewNotice = {
  caseId: string
  taskId?: string
  kind: 'reassigned' | 'takenOver' | 'nudged'
  params: Record<string, unknown>
}

export type Notice = NewNotice & { id: string; at: Date; readAt: Date | null }

/** Tells people about a case; it waits for them on their desk. */
export async function notify(
  work: CaseWork,
  people: string[],
  { caseId, taskId, kind, params }: NewNotice,
): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((person) => ({
    id: newId(),
    person,
    case_id: caseId,
    task_id: taskId ?? null,
    kind,
    params: json(params),
    at: work.now,
    read_at: null,
  }))
  await tablesOf(work).insertInto('notice').values(rows).execute()
}

/** The newest first, those not yet read before all others. */
export async function noticesFor(work: CaseWork, limit = 50): Promise<Notice[]> {
  const { rows } =
    await sql<Notice>`select id, case_id as "caseId", task_id as "taskId", kind, params, at, read_at as "readAt"
    from notice where person = ${actorOf(work).id} order by read_at is not null, at desc limit ${limit}`.execute(
      work.trx,
    )
  return rows
}

export async function markRead(work: CaseWork, ids: string[]): Promise<void> {
  await sql`update notice set read_at = ${work.now} where person = ${actorOf(work).id} and id = any(${ids}::uuid[])
    and read_at is null`.execute(work.trx)
}
