import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import type { BatchState, Source } from '../schema.ts'
import { areasOf, meetsAreas, pageOf } from './visible.ts'

export type BatchRow = {
  id: string
  number: string
  source: Source
  period: string
  fileName: string
  arrivedBy: string
  state: BatchState
  madeAt: Date
  madeBy: string
  doneAt: Date | null
  rows: number
  rejected: number
  clues: number
  cases: number
}

/** 线索批次: newest first. */
export const listBatches = query({
  name: 'landuse.batch.list',
  input: Type.Object({
    source: Type.Optional(Type.String()),
    state: Type.Optional(Type.String()),
    text: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx, person }, { source, state, text, page, pageSize }) {
    const where = sql`${meetsAreas(sql`b.area_code`, areasOf(person, 'landuse.batch.list'))}
      and (${source ?? null}::text is null or b.source = ${source ?? null})
      and (${state ?? null}::text is null or b.state = ${state ?? null})
      and (${text ?? null}::text is null or strpos(b.number || ' ' || b.period || ' ' || b.file_name, ${text ?? ''}) > 0)`
    const { rows } =
      await sql<BatchRow>`select b.id, b.number, b.source, b.period, b.file_name as "fileName", b.arrived_by as "arrivedBy",
        b.state, b.made_at as "madeAt", p.name as "madeBy", b.done_at as "doneAt",
        (select count(*) from landuse_row r where r.batch = b.id) as rows,
        (select count(*) from landuse_row r where r.batch = b.id and r.state = 'rejected') as rejected,
        (select count(*) from landuse_clue c where c.batch = b.id) as clues,
        (select count(c.case_id) from landuse_clue c where c.batch = b.id) as cases
      from landuse_batch b join person p on p.id = b.made_by where ${where}
      order by b.made_at desc, b.id desc ${pageOf({ page, pageSize })}`.execute(trx)
    const total = await sql<{ total: number }>`select count(*) as total from landuse_batch b where ${where}`.execute(
      trx,
    )
    return { rows, total: total.rows[0]!.total }
  },
})
