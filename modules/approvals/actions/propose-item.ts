import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { conflict, Refusal } from '../../../kernel/problems/problem.ts'
import { itemFacts, unsoundItem } from '../items/known-to-item.ts'
import { dropProposal, findProposal, keepProposal } from '../items/proposals.ts'
import { refuseProposing, refuseWithdrawing } from '../rules/proposing.ts'
import { Definition, ItemCode } from '../schema.ts'

/** 提请发布: an item changed, closed or opened again is handed to a second person. `after`: the version that was changed, 0 for a new item. */
export const proposeItem = action({
  verb: 'approvals.item.propose',
  input: Type.Object({
    code: ItemCode,
    after: Type.Integer({ minimum: 0 }),
    definition: Definition,
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  facts: async ({ trx }, { code, definition }) => ({
    known: await itemFacts(trx, code, definition),
    proposal: await findProposal(trx, code, true),
  }),
  refuse: ({ known, proposal }, input) => unsoundItem(known, input) ?? refuseProposing(proposal, input.code),
  handle: async ({ trx, person, now }, input) => {
    const proposal = await keepProposal(trx, input, person.id, now)
    if (!proposal) throw new Refusal(conflict('approvals.item.propose.meanwhile', { item: input.code }))
    return { proposal }
  },
  audit: ({ code, definition, reason, after }, { proposal }) => ({
    subject: `item:${code}`,
    before: { version: after },
    after: { proposal, definition, reason },
  }),
})

/** Whoever proposed it takes it back. */
export const withdrawItem = action({
  verb: 'approvals.item.withdraw',
  input: Type.Object({ code: ItemCode }),
  facts: async ({ trx, person }, { code }) => ({ proposal: await findProposal(trx, code, true), me: person.id }),
  refuse: ({ proposal, me }, { code }) => refuseWithdrawing(proposal, me, code),
  handle: ({ trx }, _input, { proposal }) => dropProposal(trx, proposal!.id),
  audit: ({ code }, _result, { proposal }) => ({
    subject: `item:${code}`,
    before: { proposal: proposal!.id, reason: proposal!.reason },
  }),
})
