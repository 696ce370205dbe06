import { Type } from '@sinclair/typebox'
import { type RawBuilder, sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { type Batch, readBatch } from '../intake/batches.ts'
import type { Note } from '../schema.ts'
import { refuseForeign } from './view-batch.ts'
import { areasOf, inAreas, pageOf } from './visible.ts'

export type ReportRow = {
  row: number
  state: 'waiting' | 'accepted' | 'repaired' | 'rejected'
  reason: Note | null
  findings: Note[]
  attributes: Record<string, string | number | null>
  clueId: string | null
  clueNumber: string | null
}

/**
 * What became of every row of a delivery: accepted, repaired (what, by how much), rejected (why). Who answers for only a part
 * of its area reads the rows of the clues there. A row without a clue lies nowhere: it is for those who answer for the whole
 * area, and for who uploaded it.
 */
export const reportBatch = query({
  name: 'landuse.batch.report',
  input: Type.Object({
    batchId: Type.String({ format: 'uuid' }),
    state: Type.Optional(Type.String()),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  }),
  async handle({ trx, person }, { batchId, state, page, pageSize }) {
    const batch = await readBatch(trx, batchId)
    const areas = areasOf(person, 'landuse.batch.report')
    refuseForeign(batch, areas)
    const where = sql`r.batch = ${batchId} and (${state ?? null}::text is null or r.state = ${state ?? null})
      and ${visibleRows(batch, areas, person)}`
    const { rows } =
      await sql<ReportRow>`select r.row, r.state, r.reason, r.findings, r.attributes, c.id as "clueId", c.number as "clueNumber"
      from landuse_row r left join landuse_clue c on c.batch = r.batch and c.row = r.row
      where ${where} order by r.row ${pageOf({ page, pageSize })}`.execute(trx)
    const total = await sql<{ total: number }>`select count(*) as total
      from landuse_row r left join landuse_clue c on c.batch = r.batch and c.row = r.row where ${where}`.execute(trx)
    return { rows, total: total.rows[0]!.total }
  },
})

function visibleRows({ area_code, made_by }: Batch, areas: string[], person: Person): RawBuilder<boolean> {
  if (areas.some((area) => area_code.startsWith(area))) return sql`true`
  const mine = inAreas(sql`c.area_code`, areas)
  return made_by === person.id ? sql`(c.id is null or ${mine})` : mine
}
