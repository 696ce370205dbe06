import { sql } from 'kysely'
import { json } from '../../db/database.ts'
import { newId } from '../../identity/new-id.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'

/** What people are told; each has its sentence, `notice.<kind>`, in the pages' texts. */
export type NoticeKind =
  | 'reassigned'
  | 'takenOver'
  | 'nudged'
  | 'circulated'
  | 'circulationAnswered'
  | 'supervised'
  | 'supervisionAnswered'
  | 'supervisionOverdue'
  | 'delegated'
  | 'resolved'
  | 'recalled'
  | 'standIn'
  | 'signerAdded'
  | 'signerRemoved'
  | 'lampYellow'
  | 'lampRed'
  | 'escalated'
  | 'correctionOverdue'
  | 'pauseOverdue'
  | 'mentioned'

/** `caseId` null: about no case, as a delegation. */
export type NewNotice = {
  caseId: string | null
  taskId?: string
  kind: NoticeKind
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

/** The newest first, those not yet read before all others; `unread` counts all of them, not only those listed. */
export async function noticesFor(work: CaseWork, limit = 50): Promise<{ rows: Notice[]; unread: number }> {
  const me = actorOf(work).id
  const { rows } =
    await sql<Notice>`select id, case_id as "caseId", task_id as "taskId", kind, params, at, read_at as "readAt"
    from notice where person = ${me} order by read_at is not null, at desc limit ${limit}`.execute(work.trx)
  const unread = await sql<{ n: number }>`select count(*)::int as n from notice
    where person = ${me} and read_at is null`.execute(work.trx)
  return { rows, unread: unread.rows[0]!.n }
}

/** `ids` 'all': every one of the acting person's. */
export async function markRead(work: CaseWork, ids: string[] | 'all'): Promise<void> {
  const some = ids === 'all' ? sql`true` : sql`id = any(${ids}::uuid[])`
  await sql`update notice set read_at = ${work.now} where person = ${actorOf(work).id} and ${some}
    and read_at is null`.execute(work.trx)
}
