import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { conflict, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { LanduseTables } from '../tables.ts'

const verb = 'landuse.clue.revertRepair'

/** Takes the repairs of a clue back: its geometry is the delivered one again, and everything after is to be done anew. */
export const revertRepair = action({
  verb,
  input: Type.Object({ clueId: Type.String({ format: 'uuid' }) }),
  async facts({ trx }, { clueId }) {
    const clue = await trx
      .withTables<LanduseTables>()
      .selectFrom('landuse_clue')
      .select(['id', 'number', 'batch', 'row', 'area_code', 'case_number', 'repair_reverted', 'geom_before'])
      .where('id', '=', clueId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!clue) throw new Refusal(notFound('landuse.clue.unknown', { id: clueId }))
    return clue
  },
  scope: ({ area_code }) => ({ area: area_code, business: 'landuse' }),
  refuse({ number, case_number, geom_before }) {
    if (case_number !== null) return conflict(`${verb}.case-open`, { number, case: case_number })
    return geom_before === null ? conflict(`${verb}.nothing`, { number }) : undefined
  },
  async handle({ trx, person, now }, { clueId }, { batch, row }) {
    await sql`update landuse_clue set geom = geom_before, geom_before = null, repair_reverted = true, state = 'read', conclusion = null,
      automatic_conclusion = null, facts = null where id = ${clueId}`.execute(trx)
    await sql`update landuse_repair set reverted_at = ${now}, reverted_by = ${person.id} where clue = ${clueId} and reverted_at is null`.execute(
      trx,
    )
    await sql`update landuse_row set state = 'accepted', findings = findings || '[{"code": "landuse.row.repair-reverted"}]'
      where batch = ${batch} and row = ${row}`.execute(trx)
    await trx
      .withTables<LanduseTables>()
      .updateTable('landuse_batch')
      .set({ state: 'ready' })
      .where('id', '=', batch)
      .execute()
    return { clueId, batchId: batch }
  },
  audit: ({ clueId }) => ({ subject: `clue:${clueId}`, after: { repair: 'reverted' } }),
})
