import type { ProcessModel } from '../../../kernel/process/model.ts'

/** Keys of the decision tables a process asks, each once. */
export const decisionsNamed = ({ steps }: ProcessModel): string[] => [
  ...new Set(steps.flatMap((step) => ('decision' in step && typeof step.decision === 'string' ? step.decision : []))),
]
