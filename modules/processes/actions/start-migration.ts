import { Type } from '@sinclair/typebox'
import { previewCases } from '../../../kernel/cases/migrate-case.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { allCases } from '../preview-migration.ts'
import { Move, Note } from '../schema.ts'

/** 迁移在办案件: those that can be moved, each for itself in the background; the others stay, and the report says why. */
export const startMigration = action({
  verb: 'processes.migration.start',
  input: Type.Composite([Move, Type.Object({ reason: Note })]),
  facts: async (context, { reason: _, ...move }) => ({
    business: (await readProcess(context.trx, move.process, move.to)).business,
    cases: await allCases((page) => previewCases(context, move, page)),
  }),
  scope: ({ business }) => ({ business }),
  refuse: ({ cases }, { process, from, to }) => {
    if (from === to) return invalid('processes.migration.start.same-version', { version: to })
    return cases.some((one) => 'notes' in one)
      ? undefined
      : invalid('processes.migration.start.none-movable', { process, from })
  },
  async handle(context, { reason: _, ...move }, { cases }) {
    const input = { move, cases: cases.map(({ id }) => id) }
    return { runId: await context.startJob({ name: 'processes.migrate', subject: `process:${move.process}`, input }) }
  },
  audit: ({ process, from, to, mapping, reason }, { runId }, { cases }) => ({
    subject: `process:${process}`,
    after: { from, to, mapping, reason, runId, cases: cases.length },
  }),
})
