import { taskFacts } from '../../kernel/cases/act-on-task.ts'
import { scopeOfCase } from '../../kernel/cases/standing.ts'
import type { TaskFacts } from '../../kernel/cases/task-rules.ts'
import type { AuditOf, Context } from '../../kernel/http/action.ts'
import type { Scope } from '../../kernel/identity/can.ts'

/** For actions on one task: `facts` and the `scope` its right is needed in. */
export const factsOfTask = (context: Context, { taskId }: { taskId: string }): Promise<TaskFacts> =>
  taskFacts(context, taskId)

export const scopeOfTask = ({ task }: TaskFacts): Scope => scopeOfCase(task)

export const subjectOfTask = (taskId: string): string => `task:${taskId}`

/** What the audit says of an act on a task, with the one in whose place it was done. */
export const auditOfTask = (taskId: string, { number, task, behalf }: TaskFacts, after: object = {}): AuditOf => ({
  subject: subjectOfTask(taskId),
  after: { number, step: task.step, ...(behalf && { onBehalfOf: behalf }), ...after },
})
