import { Type } from '@sinclair/typebox'
import { endDelegation as end, readDelegation } from '../../../kernel/cases/verbs/delegations.ts'
import { action } from '../../../kernel/http/action.ts'
import { mayManage } from '../delegation-facts.ts'
import { refuseEnding } from '../rules/delegating.ts'
import { Id } from '../schema.ts'

/** Back earlier: the delegation ends at once, and what the stand-in holds comes back. */
export const endDelegation = action({
  verb: 'casework.delegation.end',
  input: Type.Object({ id: Id }),
  facts: async (context, { id }) => {
    const delegation = await readDelegation(context, id)
    const me = context.person.id
    const isOwn = delegation.from.id === me || delegation.grantedBy.id === me
    return { delegation, isTheirs: isOwn || (await mayManage(context, delegation.from.id)) }
  },
  refuse: ({ delegation, isTheirs }) => refuseEnding(delegation.state, isTheirs),
  handle: async (context, { id }) => ({ handedBack: await end(context, id) }),
  audit: ({ id }, { handedBack }, { delegation: { from, to } }) => ({
    subject: `person:${from.id}`,
    after: { id, from: from.name, to: to.name, handedBack },
  }),
})
