import { Type } from '@sinclair/typebox'
import { today } from '../../../kernel/cases/limits.ts'
import { grantDelegation as grant, periodProblem } from '../../../kernel/cases/verbs/delegations.ts'
import { action } from '../../../kernel/http/action.ts'
import { mayManage } from '../delegation-facts.ts'
import { refuseForOther } from '../rules/delegating.ts'
import { Day, Id, Reason } from '../schema.ts'

/** 委托代理: one's own cases for as long as one is away; `person`: somebody else’s, by whoever manages delegations there. */
export const grantDelegation = action({
  verb: 'casework.delegation.grant',
  input: Type.Object({
    to: Id,
    business: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    area: Type.Optional(Type.String({ pattern: '^[0-9]{0,19}$' })),
    from: Day,
    until: Day,
    reason: Reason,
    person: Type.Optional(Id),
  }),
  facts: async (context, { person = context.person.id }) => ({
    person,
    today: today(context.now),
    mayManage: person === context.person.id || (await mayManage(context, person)),
  }),
  refuse: ({ person, today, mayManage }, input) =>
    refuseForOther(mayManage) ?? periodProblem({ ...input, person }, today),
  handle: async (context, input, { person }) => ({ id: await grant(context, { ...input, person }) }),
  audit: (input, { id }, { person }) => ({ subject: `person:${person}`, after: { ...input, id } }),
})
