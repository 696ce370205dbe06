import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'

type Named = { id: string; name: string }

/** What the acts on a proposal ask of it; the page asks the same before it offers a button. */
export type Standing = { id: string; proposedBy: Named; declined: { by: Named; reason: string } | null }

/** Until the second person has answered nobody puts another in its place. */
export const refuseProposing = (proposal: Standing | null, item: string): Problem | undefined =>
  proposal && !proposal.declined
    ? conflict('approvals.item.propose.waiting', { item, name: proposal.proposedBy.name })
    : undefined

/** What is answered is what was seen: a proposal that was taken back or replaced is another. */
export const refuseAnswering = (proposal: Standing | null, id: string, item: string): Problem | undefined =>
  proposal?.id === id && !proposal.declined ? undefined : conflict('approvals.item.publish.not-proposed', { item })

/** 两人: whoever changed an item does not publish it. `others`: names of those who may. */
export function refusePublishing(
  proposal: Standing | null,
  { id, me, others, item }: { id: string; me: string; others: string; item: string },
): Problem | undefined {
  const gone = refuseAnswering(proposal, id, item)
  if (gone || proposal!.proposedBy.id !== me) return gone
  return others === ''
    ? invalid('approvals.item.publish.nobody', { item })
    : invalid('approvals.item.publish.same-person', { item, names: others })
}

export function refuseWithdrawing(proposal: Standing | null, me: string, item: string): Problem | undefined {
  if (!proposal) return conflict('approvals.item.publish.not-proposed', { item })
  return proposal.proposedBy.id === me
    ? undefined
    : invalid('approvals.item.withdraw.of-another', { item, name: proposal.proposedBy.name })
}
