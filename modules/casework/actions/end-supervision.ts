import { Type } from '@sinclair/typebox'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import {
  answerSupervision as answer,
  caseOfSupervision,
  endSupervision as end,
} from '../../../kernel/cases/verbs/supervise.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'

const factsOf = async (context: Context, { id }: { id: string }) =>
  readCase(context, await caseOfSupervision(context, id))

/** What was done about it, by whoever works on the case. */
export const answerSupervision = action({
  verb: 'casework.case.answerSupervision',
  input: Type.Object({ id: Id, answer: Reason }),
  facts: factsOf,
  scope: (row) => scopeOfCase(row),
  handle: (context, input) => answer(context, input.id, input.answer),
  audit: (input, _result, { id, number }) => ({ subject: `case:${id}`, after: { number, ...input } }),
})

/** 办结督办: the leader is content. */
export const endSupervision = action({
  verb: 'casework.case.endSupervision',
  input: Type.Object({ id: Id }),
  facts: factsOf,
  scope: (row) => scopeOfCase(row),
  handle: (context, { id }) => end(context, id),
  audit: (input, _result, { id, number }) => ({ subject: `case:${id}`, after: { number, ...input } }),
})
