import { writeAudit } from '../identity/audit.ts'
import type { Scope } from '../identity/can.ts'
import { rightFault } from '../identity/right-fault.ts'
import { type Problem, refuseIf } from '../problems/problem.ts'
import type { AnyAction, AnyQuery, Context } from './action.ts'

/** Everything an action does inside its transaction: facts → permission → refuse → handle → audit. */
export async function runAction(
  action: AnyAction,
  context: Context,
  input: unknown,
  macKey: Uint8Array,
): Promise<unknown> {
  const facts = await action.facts(context, input)
  requireRight(context, action.verb, action.scope?.(facts, input))
  refuseIf(action.refuse?.(facts, input))
  const result = await action.handle(context, input, facts)
  const { subject, before, after } = action.audit(input, result, facts)
  const { person, now, address } = context
  await writeAudit(
    context.trx,
    { at: now, person: person.id, verb: action.verb, subject, address, before, after },
    macKey,
  )
  return result
}

export async function runQuery(query: AnyQuery, context: Context, input: unknown): Promise<unknown> {
  requireRight(context, query.name, query.scope?.(input))
  return query.handle(context, input)
}

export const NOT_SIGNED_IN: Problem = { code: 'session.missing', status: 401 }

function requireRight({ person }: Context, verb: string, scope?: Scope): void {
  refuseIf(rightFault(person, verb, scope))
}
