import { sql } from 'kysely'
import { json } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import type { Problem } from '../../../kernel/problems/problem.ts'
import type { RuleAnswer } from '../rules/answer-rule.ts'
import type { PublishedRule } from './published-rule.ts'

export type Call = { facts: Record<string, unknown>; subject: string | null; answer: RuleAnswer | Problem }

/** Every question and its answer stay, so that what was decided can be shown to have followed from the rule. */
export async function keepCalls(context: Context, { key, version }: PublishedRule, calls: Call[]): Promise<void> {
  const { trx, person, now } = context
  const rows = calls.map(({ facts, subject, answer }) => ({
    ...{ id: newId(), facts, subject, answer },
    rules: 'code' in answer ? [] : answer.matched.map(({ rule }) => rule),
    is_decided: !('code' in answer) && answer.isDecided,
  }))
  await sql`insert into decision_call (id, key, version, at, by, subject, facts, answer, rules, is_decided)
    select r.id, ${key}, ${version}, ${now}, ${person.id}, r.subject, r.facts, r.answer, r.rules, r.is_decided
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, subject text, facts jsonb, answer jsonb, rules text[], is_decided boolean)`.execute(
    trx,
  )
}
