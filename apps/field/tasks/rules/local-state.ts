import type { Answer } from '../../../../modules/fieldwork/schema.ts'
import type { KeptOperation } from '../../store/field-database.ts'

/** Commands of a task; without a network they are requests, which the server decides. */
export const commands = ['task.claim', 'task.return', 'task.withdraw', 'task.noSurvey'] as const
export type Command = (typeof commands)[number]
const isCommand = (kind: string): kind is Command => (commands as readonly string[]).includes(kind)

/** What this phone has of a task that the server has not answered for. */
export type LocalState = {
  work: 'none' | 'draft' | 'saved' | 'submitting' | 'aside'
  /** acts still to be sent */
  unsent: number
  /** asked for, the server has not decided: 已申请 */
  request: Command | null
}
export const nothingLocal: LocalState = { work: 'none', unsent: 0, request: null }

type Kept = Pick<KeptOperation, 'state' | 'operation'>

/** By task: of acts that wait or were set aside, in the order they were made, and drafts not saved yet. */
export function localStates(operations: readonly Kept[], drafts: readonly string[]): Map<string, LocalState> {
  const states = new Map<string, LocalState>()
  const of = (taskId: string) => states.get(taskId) ?? nothingLocal
  for (const taskId of drafts) states.set(taskId, { ...nothingLocal, work: 'draft' })
  for (const { state, operation } of operations) {
    const { taskId, kind } = operation
    const before = of(taskId)
    if (state === 'waiting') states.set(taskId, waiting(before, kind))
    // A command that was refused changes nothing of the work; it is told by itself.
    else if (state === 'aside' && !isCommand(kind)) states.set(taskId, { ...before, work: 'aside' })
  }
  return states
}

function waiting(before: LocalState, kind: string): LocalState {
  const unsent = before.unsent + 1
  if (isCommand(kind)) return { ...before, unsent, request: kind }
  if (kind === 'task.submit') return { ...before, unsent, work: 'submitting' }
  return { ...before, unsent, work: before.work === 'draft' || before.work === 'aside' ? before.work : 'saved' }
}

export type RefusedRequest = { id: string; taskId: string; command: Command; problem: NonNullable<Answer['problem']> }

/** Requests the server has refused and nobody has read yet. */
export const refusedRequests = (operations: readonly KeptOperation[], read: ReadonlySet<string>): RefusedRequest[] =>
  operations.flatMap(({ id, state, operation: { kind, taskId }, answer }) =>
    state === 'aside' && isCommand(kind) && answer?.problem && !read.has(id)
      ? [{ id, taskId, command: kind, problem: answer.problem }]
      : [],
  )
