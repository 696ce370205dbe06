import { Type } from '@sinclair/typebox'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { changeHandler as change, handlerProblem } from '../../../kernel/cases/verbs/change-handler.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'

/** 修改调查机构: what waits at the steps it does goes into the to-do box of the organisation named now. */
export const changeHandler = action({
  verb: 'casework.case.changeHandler',
  input: Type.Object({ caseId: Id, organisation: Id, reason: Reason }),
  facts: async (context, { caseId }) => {
    const row = await readCase(context, caseId)
    return { row, process: await readProcess(context.trx, row.process, row.process_version) }
  },
  scope: ({ row }) => scopeOfCase(row),
  refuse: ({ row, process }, { organisation }) => handlerProblem(process, row, organisation),
  handle: async (context, { caseId, ...to }) => ({ tasks: await change(context, caseId, to) }),
  audit: ({ caseId, ...to }, { tasks }, { row }) => ({
    subject: `case:${caseId}`,
    after: { number: row.number, ...to, tasks },
  }),
})
