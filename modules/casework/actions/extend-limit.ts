import { Type } from '@sinclair/typebox'
import { taskFacts } from '../../../kernel/cases/act-on-task.ts'
import { eachExtension } from '../../../kernel/cases/each.ts'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import {
  askExtension as ask,
  decideExtension as decide,
  decisionProblem,
  readExtension,
} from '../../../kernel/cases/verbs/extend.ts'
import { action } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { forbidden, refuseIf } from '../../../kernel/problems/problem.ts'
import { Id, Ids, Reason, Revision } from '../schema.ts'
import { auditOfTask, scopeOfTask } from '../task-facts.ts'

/** 申请延期: working days more for the case, by whoever holds a task of it (行政许可法 42). */
export const askExtension = action({
  verb: 'casework.task.askExtension',
  input: Type.Object({
    taskId: Id,
    days: Type.Integer({ minimum: 1, maximum: 250 }),
    reason: Reason,
    revision: Revision,
  }),
  facts: (context, { taskId }) => taskFacts(context, taskId),
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('askExtension', facts, revision),
  handle: async (context, { taskId, ...asked }) => ({ id: await ask(context, taskId, asked) }),
  audit: ({ taskId, days, reason }, { id }, facts) => auditOfTask(taskId, facts, { id, days, reason }),
})

const decision = { granted: Type.Boolean(), answer: Type.Optional(Type.String({ maxLength: 2000 })) }

/** 批准延期, or not: by somebody else than who asked; clock and lamp follow. */
export const decideExtension = action({
  verb: 'casework.case.decideExtension',
  input: Type.Object({ id: Id, ...decision }),
  facts: async (context, { id }) => {
    const asked = await readExtension(context, id)
    return { asked, row: await readCase(context, asked.case_id), me: context.person.id }
  },
  scope: ({ row }) => scopeOfCase(row),
  refuse: ({ asked, row, me }) => decisionProblem(asked, row.number, me),
  handle: async (context, { id, ...decision }) => {
    await decide(context, id, decision)
    const { due } = await readCase(context, (await readExtension(context, id)).case_id)
    return { due: due === 'infinity' ? null : due }
  },
  audit: ({ granted, answer }, { due }, { asked, row }) => ({
    subject: `case:${row.id}`,
    after: { number: row.number, days: asked.days, granted, answer, due },
  }),
})

/** 批量批复延期: one answer to many; the right is asked of every case where it lies. */
export const decideExtensions = action({
  verb: 'casework.case.decideExtensionMany',
  input: Type.Object({ ids: Ids, ...decision }),
  handle: (context, { ids, ...answer }) =>
    eachExtension(context, ids, async (id) => {
      const row = await readCase(context, (await readExtension(context, id)).case_id)
      const isMine = can(context.person, decideExtension.verb, scopeOfCase(row))
      refuseIf(isMine ? undefined : forbidden('kernel.no-right', { verb: decideExtension.verb, area: row.area_code }))
      await decide(context, id, answer)
    }),
  audit: ({ granted, answer }, { done, refused }) => ({
    subject: `cases:${done.length}`,
    after: { granted, answer, done, refused: refused.map(({ id, problem }) => ({ id, code: problem.code })) },
  }),
})
