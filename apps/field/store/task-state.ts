import type { KeptOperation, KeptPatch, KeptTask } from './field-database.ts'

/** 未开始 草稿 已保存 待上报 已上报 退回 需处理 */
export type TaskState = 'new' | 'draft' | 'saved' | 'submitting' | 'submitted' | 'returned' | 'aside'

type Kept = {
  task: Pick<KeptTask, 'reason' | 'isListed' | 'openedAt'>
  operations: readonly Pick<KeptOperation, 'state' | 'operation'>[]
  patches: readonly Pick<KeptPatch, 'isDraft'>[]
}

/** What the list says of a task: what needs the reader's hand first comes first. Pure. */
export function taskState({ task, operations, patches }: Kept): TaskState {
  const submissions = operations.filter(({ operation }) => operation.kind === 'task.submit')
  const last = submissions.at(-1)
  if (last?.state === 'waiting') return 'submitting'
  if (last?.state === 'done' && last === operations.at(-1)) return 'submitted'
  if (operations.at(-1)?.state === 'aside') return 'aside'
  if (patches.some(({ isDraft }) => isDraft)) return 'draft'
  if (operations.some(({ operation }) => operation.kind !== 'task.claim')) return 'saved'
  return task.reason === 'return' ? 'returned' : 'new'
}
