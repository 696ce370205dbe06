import type { DelegationState } from '../../../kernel/cases/verbs/delegations.ts'
import { conflict, forbidden, type Problem } from '../../../kernel/problems/problem.ts'

/** Somebody else's work is lent by whoever manages delegations in their organisation. */
export const refuseForOther = (mayManage: boolean): Problem | undefined =>
  mayManage ? undefined : forbidden('casework.delegation.grant.for-other')

/** Whoever lent it, whoever arranged it, or whoever manages delegations there. */
export function refuseEnding(state: DelegationState, isTheirs: boolean): Problem | undefined {
  if (state === 'ended' || state === 'over') return conflict('cases.delegation.over')
  return isTheirs ? undefined : forbidden('casework.delegation.end.of-other')
}
