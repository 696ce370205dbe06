import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { today } from '../../../kernel/cases/limits.ts'
import { readCase } from '../../../kernel/cases/standing.ts'
import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { forbidden, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { indicators, mapIndicators } from '../../compliance/api.ts'
import { answerRule, publishedRule } from '../../processes/api.ts'
import { readItem } from '../items/store.ts'
import { Id } from '../schema.ts'

/** 辅助审查: what the item's business rules say of the case as it stands, by the versions in force on the day it was filed. */
export const reviewCase = query({
  name: 'approvals.case.review',
  input: Type.Object({ caseId: Id }),
  handle: async (context, { caseId }) => {
    const row = await readCase(context, caseId)
    const scope = { area: row.area_code, organisation: row.organisation ?? undefined, business: row.business }
    if (!can(context.person, 'approvals.case.review', scope))
      throw new Refusal(forbidden('kernel.no-right', { verb: 'approvals.case.review', area: row.area_code }))
    const rules = await rulesOf(context, row)
    const map = rules.length > 0 ? await indicatorsOf(context, caseId) : null
    const facts = { ...row.data, ...map }
    const answers = []
    for (const key of rules) {
      const { table, version } = await publishedRule(context.trx, key, { on: row.opened_at })
      const outputs = table.outputs.map(({ name, label }) => ({ name, label }))
      answers.push({ key, version, title: table.name, outputs, answer: answerRule(table, facts) })
    }
    return { answers, indicators: indicators.map(({ name, title }) => ({ name, title, value: map?.[name] ?? null })) }
  },
})

async function rulesOf({ trx }: Context, { id, number }: CaseRow): Promise<string[]> {
  const { rows } = await sql<{ item: string; version: number }>`select item, item_version as version
    from approval_case where case_id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('approvals.case.not-filed', { number }))
  return (await readItem(trx, rows[0].item, rows[0].version)).rules ?? []
}

/** null: the case has no land. */
async function indicatorsOf({ trx, now }: Context, caseId: string) {
  const { rows } = await sql<{
    scope: Uint8Array | null
  }>`select ST_AsEWKB(scope) as scope from case_ where id = ${caseId}`.execute(trx)
  const scope = rows[0]?.scope
  return scope ? mapIndicators(trx, toMultiPolygon(scope), now, today(now)) : null
}
