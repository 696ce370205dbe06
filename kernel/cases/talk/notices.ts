import type { MessageKind } from '../../messages/message.ts'
import { sendMessage } from '../../messages/send-message.ts'
import type { CaseWork } from '../work.ts'

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
