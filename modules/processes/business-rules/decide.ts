import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import type { Problem } from '../../../kernel/problems/problem.ts'
import { answerRule, type RuleAnswer, tooMuch } from '../rules/answer-rule.ts'
import { Key, Version } from '../schema.ts'
import { keepCalls } from './keep-calls.ts'
import { publishedRule } from './published-rule.ts'

/** By name, as the rule's inputs ask for them; numbers, texts, true and false, lists, ISO dates as text. */
const Facts = Type.Record(Type.String({ minLength: 1, maxLength: 100 }), Type.Unknown(), { maxProperties: 200 })
const Subject = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

/** 业务规则 asked: the newest version, or the one that is named. A contradiction or a value not allowed refuses. */
export const decideRule = action({
  verb: 'processes.rule.decide',
  input: Type.Object({
    key: Key,
    version: Type.Optional(Version),
    facts: Facts,
    subject: Type.Optional(Subject),
  }),
  facts: async ({ trx }, { key, version, facts }) => {
    const rule = await publishedRule(trx, key, { version: version ?? null })
    return { rule, answer: answerRule(rule.table, facts) }
  },
  refuse: ({ answer }) => ('code' in answer ? answer : undefined),
  handle: async (context, { facts, subject = null }, { rule, answer }) => {
    if ('code' in answer) throw new Error('refused before')
    await keepCalls(context, rule, [{ facts, subject, answer }])
    return { key: rule.key, version: rule.version, title: rule.table.name, ...answer }
  },
  audit: ({ key, subject }, { version, matched, results }) => ({
    subject: `rule:${key}`,
    after: { version, subject, rules: matched.map(({ rule }) => rule), results },
  }),
})

type Answered = { id: string } & (RuleAnswer | { problem: Problem })

/** Many at once by one version: each row is answered or refused for itself. */
export const decideMany = action({
  verb: 'processes.rule.decideMany',
  input: Type.Object({
    key: Key,
    version: Type.Optional(Version),
    rows: Type.Array(Type.Object({ id: Subject, facts: Facts }), { minItems: 1, maxItems: 500 }),
  }),
  facts: async ({ trx }, { key, version }) => publishedRule(trx, key, { version: version ?? null }),
  refuse: ({ table }, { rows }) => tooMuch(table, rows.length),
  handle: async (context, { rows }, rule) => {
    const calls = rows.map(({ id, facts }) => ({ subject: id, facts, answer: answerRule(rule.table, facts) }))
    await keepCalls(context, rule, calls)
    const refused = calls.filter(({ answer }) => 'code' in answer).length
    return {
      ...{ key: rule.key, version: rule.version, title: rule.table.name, refused },
      rows: calls.map(
        ({ subject: id, answer }): Answered => ('code' in answer ? { id, problem: answer } : { id, ...answer }),
      ),
    }
  },
  audit: ({ key, rows }, { version, refused }) => ({
    subject: `rule:${key}`,
    after: { version, rows: rows.length, refused },
  }),
})
