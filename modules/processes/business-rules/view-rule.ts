import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import type { Problem } from '../../../kernel/problems/problem.ts'
import type { RuleAnswer } from '../rules/answer-rule.ts'
import { inputsOf } from '../rules/rule-inputs.ts'
import { Key, Version } from '../schema.ts'
import { publishedRule } from './published-rule.ts'
import { usersOf } from './users-of.ts'

type RuleVersion = { version: number; publishedAt: Date; publishedBy: string | null; calls: number }

/** One rule as it stands or stood: its table, what it asks for, who uses it, and how often each of its rules answered. */
export const viewRule = query({
  name: 'processes.rule.view',
  input: Type.Object({ key: Key, version: Type.Optional(Version) }),
  async handle({ trx }, { key, version }) {
    const rule = await publishedRule(trx, key, { version: version ?? null })
    const versions = await sql<RuleVersion>`select d.version, d.published_at as "publishedAt", p.name as "publishedBy",
        (select count(*)::int from decision_call c where c.key = d.key and c.version = d.version) as calls
      from decision_definition d left join person p on p.id = d.published_by where d.key = ${key} order by d.version desc`.execute(
      trx,
    )
    const hits = await sql<{ rule: string; n: number }>`select rule, count(*)::int as n
      from decision_call c, unnest(c.rules) rule where c.key = ${key} and c.version = ${rule.version} group by 1`.execute(
      trx,
    )
    return {
      ...rule,
      inputs: inputsOf(rule.table),
      versions: versions.rows,
      usedBy: (await usersOf(trx)).get(key) ?? [],
      hits: Object.fromEntries(hits.rows.map(({ rule: id, n }) => [id, n])),
    }
  },
})

type CallRow = {
  id: string
  version: number
  at: Date
  by: string
  subject: string | null
  facts: Record<string, unknown>
  answer: RuleAnswer | Problem
  isDecided: boolean
}

/** 调用记录: what a rule was asked and answered, the newest first. */
export const listCalls = query({
  name: 'processes.rule.calls',
  input: Type.Object({
    key: Key,
    text: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx }, { key, text = '', page = 1, pageSize = 50 }) {
    const { rows } = await sql<
      CallRow & { total: number }
    >`select c.id, c.version, c.at, p.name as by, c.subject, c.facts,
        c.answer, c.is_decided as "isDecided", count(*) over ()::int as total
      from decision_call c join person p on p.id = c.by
      where c.key = ${key} and (${text} = '' or strpos(concat_ws(' ', c.subject, p.name), ${text}) > 0)
      order by c.at desc, c.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
    return { rows: rows.map(({ total: _, ...row }): CallRow => row), total: rows[0]?.total ?? 0 }
  },
})
