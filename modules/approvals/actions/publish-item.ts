import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { holdersBeside } from '../../../kernel/identity/holders.ts'
import { conflict, Refusal } from '../../../kernel/problems/problem.ts'
import { itemFacts, unsoundItem } from '../items/known-to-item.ts'
import { dropProposal, findProposal, sendBackProposal } from '../items/proposals.ts'
import { addVersion } from '../items/store.ts'
import { refuseAnswering, refusePublishing } from '../rules/proposing.ts'
import { Id, ItemCode } from '../schema.ts'

const verb = 'approvals.item.publish'

/** 确认发布 by a second person, always as a new version; what runs keeps the version it was filed by. */
export const publishItem = action({
  verb,
  input: Type.Object({ code: ItemCode, proposal: Id }),
  facts: async ({ trx, person }, { code }) => {
    const proposal = await findProposal(trx, code, true)
    const others = proposal ? await holdersBeside(trx, [proposal.proposedBy.id], verb) : ''
    return { proposal, me: person.id, others, known: proposal && (await itemFacts(trx, code, proposal.definition)) }
  },
  refuse: ({ proposal, me, others, known }, { code, proposal: id }) =>
    refusePublishing(proposal, { id, me, others, item: code }) ?? unsoundItem(known!, proposal!),
  handle: async ({ trx, person, now }, { code }, { proposal }) => {
    const version = proposal!.after + 1
    const by = { published: person.id, proposed: proposal!.proposedBy.id }
    if (!(await addVersion(trx, { ...proposal!, version }, by, now)))
      throw new Refusal(conflict('approvals.item.publish.changed-meanwhile', { item: code, version }))
    await dropProposal(trx, proposal!.id)
    return { version }
  },
  audit: ({ code }, { version }, { proposal }) => ({
    subject: `item:${code}`,
    before: { version: proposal!.after },
    after: {
      ...{ version, definition: proposal!.definition, reason: proposal!.reason },
      proposedBy: proposal!.proposedBy.id,
    },
  }),
})

/** 退回修改, with a reason that stands above the item until it is proposed again. */
export const declineItem = action({
  verb: 'approvals.item.decline',
  input: Type.Object({
    code: ItemCode,
    proposal: Id,
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  facts: ({ trx }, { code }) => findProposal(trx, code, true),
  refuse: (proposal, { code, proposal: id }) => refuseAnswering(proposal, id, code),
  handle: ({ trx, person }, { proposal, reason }) => sendBackProposal(trx, proposal, person.id, reason),
  audit: ({ code, reason }, _result, proposal) => ({
    subject: `item:${code}`,
    before: { proposal: proposal!.id, proposedBy: proposal!.proposedBy.id },
    after: { reason },
  }),
})
