import { Type } from '@sinclair/typebox'
import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import { query } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { publishedRules } from '../../processes/api.ts'
import { allProposals, findProposal } from '../items/proposals.ts'
import { newestItems } from '../items/store.ts'
import { organisationNames } from '../organisations.ts'
import { changesOf } from '../rules/compare-items.ts'
import { ItemCode } from '../schema.ts'

/** 待发布的事项: what waits for a second person, and what was sent back. */
export const listProposals = query({
  name: 'approvals.item.proposals',
  input: Type.Object({}),
  handle: async ({ trx }) => ({ rows: await allProposals(trx) }),
})

/** One proposal beside the version in force, with names for the codes it speaks of. */
export const viewProposal = query({
  name: 'approvals.item.proposal',
  input: Type.Object({ code: ItemCode }),
  handle: async ({ trx }, { code }) => {
    const proposal = await findProposal(trx, code)
    if (!proposal) throw new Refusal(notFound('approvals.item.publish.not-proposed', { item: code }))
    const current = (await newestItems(trx)).find((item) => item.code === code)
    const {
      version: _v,
      publishedAt: _at,
      publishedBy: _by,
      proposedBy: _who,
      reason: _why,
      code: _c,
      ...before
    } = current ?? {}
    return {
      proposal,
      version: current?.version ?? null,
      changes: changesOf(before, proposal.definition),
      processes: (await newestProcesses(trx)).map(({ key, title }) => ({ key, title })),
      organisations: await organisationNames(trx),
      rules: await publishedRules(trx),
    }
  },
})
