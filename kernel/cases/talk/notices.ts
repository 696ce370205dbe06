import { sql } from 'kysely'
import { markRead as markMessagesRead } from '../../messages/inbox.ts'
import type { MessageKind } from '../../messages/message.ts'
import { sendMessage } from '../../messages/send-message.ts'
import { actorOf, type CaseWork } from '../work.ts'

/** What people are told; each has its sentence, `notice.<kind>`, in the pages' texts. */
export type NoticeKind =
  | 'reassigned'
  | 'returned'
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
  | 'signed'
  | 'handedOver'
  | 'handedHere'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
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

/** What an inbox files them under; what is not named here is talk among colleagues. */
const KINDS: Partial<Record<NoticeKind, MessageKind>> = {
  reassigned: 'task',
  delegated: 'task',
  resolved: 'task',
  recalled: 'task',
  standIn: 'task',
  signerAdded: 'task',
  signerRemoved: 'task',
  signed: 'task',
  returned: 'returned',
  takenOver: 'taken',
  lampYellow: 'deadline',
  lampRed: 'deadline',
  escalated: 'deadline',
  supervisionOverdue: 'deadline',
  correctionOverdue: 'deadline',
  pauseOverdue: 'deadline',
}

/** Tells people about a case: a message in their inbox, on desk and phone. */
export function notify(
  { trx, now }: CaseWork,
  people: string[],
  { caseId, taskId, kind, params }: NewNotice,
): Promise<void> {
  const link = { ...(caseId && { caseId }), ...(taskId && { taskId }) }
  return sendMessage(trx, { to: people, kind: KINDS[kind] ?? 'talk', title: `notice.${kind}`, params, link }, now)
}

/** What the acting person was told of cases. The newest first, those not yet read before all others; `unread` counts all of them. */
export async function noticesFor(work: CaseWork, limit = 50): Promise<{ rows: Notice[]; unread: number }> {
  const mine = sql`person = ${actorOf(work).id} and starts_with(title, 'notice.') and deleted_at is null`
  const { rows } =
    await sql<Notice>`select id, link->>'caseId' as "caseId", link->>'taskId' as "taskId", substr(title, 8) as kind,
      params, at, read_at as "readAt" from message where ${mine} order by read_at is not null, id desc limit ${limit}`.execute(
      work.trx,
    )
  const unread = await sql<{ n: number }>`select count(*)::int as n from message
    where ${mine} and read_at is null`.execute(work.trx)
  return { rows, unread: unread.rows[0]!.n }
}

/** `ids` 'all': every one of the acting person's. */
export async function markRead(work: CaseWork, ids: string[] | 'all'): Promise<void> {
  await markMessagesRead(work.trx, actorOf(work).id, ids === 'all' ? 'all' : { ids }, work.now)
}
