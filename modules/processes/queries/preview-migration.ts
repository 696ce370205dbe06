import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { previewCases } from '../../../kernel/cases/migrate-case.ts'
import { query } from '../../../kernel/http/action.ts'
import type { Problem } from '../../../kernel/problems/problem.ts'
import { allCases } from '../preview-migration.ts'
import { Id, Move } from '../schema.ts'

/** `old:new`; an address carries no objects, and no id of a step has a colon (NCName). */
const Mapped = Type.String({ pattern: '^[^:]+:[^:]+$', maxLength: 201 })

/** What would become of the cases under way: nothing is touched. Steps of theirs the other version lacks need a mapping. */
export const previewMigration = query({
  name: 'processes.migration.preview',
  input: Type.Composite([Type.Omit(Move, ['mapping']), Type.Object({ mapped: Type.Optional(Type.Array(Mapped)) })]),
  async handle(context, { mapped = [], ...versions }) {
    const move = { ...versions, mapping: Object.fromEntries(mapped.map((one) => one.split(':') as [string, string])) }
    const cases = await allCases((page) => previewCases(context, move, page))
    const movable = cases.filter((one) => 'notes' in one)
    const stuck = cases.flatMap((one) => ('reasons' in one ? [one] : []))
    const lacking = stuck.flatMap(({ reasons }) =>
      reasons.flatMap(({ code, params }) => (code === 'process.migration.step-missing' ? String(params?.step) : [])),
    )
    return {
      movable: movable.length,
      noted: movable.filter((one) => one.notes.length > 0).slice(0, SHOWN),
      stuck: stuck.slice(0, SHOWN),
      stuckTotal: stuck.length,
      needMapping: [...new Set(lacking)].map((step) => ({ step, cases: lacking.filter((one) => one === step).length })),
    }
  },
})

const SHOWN = 100

type Line = { id: string; number: string; isMoved: boolean; told: Problem[] }

/** 迁移报告: case by case, those that stayed first. */
export const reportMigration = query({
  name: 'processes.migration.report',
  input: Type.Object({ runId: Id }),
  async handle({ trx }, { runId }) {
    const { rows } = await sql<Line>`select case_id as id, number, is_moved as "isMoved", told from case_migration
      where run = ${runId} order by is_moved, number`.execute(trx)
    const moved = rows.filter(({ isMoved }) => isMoved).length
    return { moved, stayed: rows.length - moved, rows: rows.slice(0, 1000), total: rows.length }
  },
})
