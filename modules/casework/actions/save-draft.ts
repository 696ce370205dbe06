import { Type } from '@sinclair/typebox'
import { saveDraft as keepDraft } from '../../../kernel/cases/forms/drafts.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id } from '../schema.ts'
import { factsOfTask, scopeOfTask, subjectOfTask } from '../task-facts.ts'

/** Keeps what is typed so far, unchecked, and answers with the revision the next save must name. */
export const saveDraft = action({
  verb: 'casework.task.saveDraft',
  input: Type.Object({
    taskId: Id,
    draft: Type.Record(Type.String(), Type.Unknown()),
    revision: Type.Integer({ minimum: 0 }),
  }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('saveDraft', facts, revision),
  handle: async (context, { taskId, draft, revision }) => ({
    revision: await keepDraft(context, taskId, draft, revision),
  }),
  // What is typed becomes a record when it is submitted; until then the audit says only that something was kept.
  audit: ({ taskId, draft }, _result, { number }) => ({
    subject: subjectOfTask(taskId),
    after: { number, fields: Object.keys(draft) },
  }),
})
