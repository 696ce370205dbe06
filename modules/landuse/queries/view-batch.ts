import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { viewRun } from '../../../kernel/jobs/job-runs.ts'
import { forbidden, Refusal } from '../../../kernel/problems/problem.ts'
import { type Batch, readBatch } from '../intake/batches.ts'
import { clueFields } from '../rules/clue-fields.ts'
import { areasOf } from './visible.ts'

/** Everything about one delivery: how it was read, its mapping, how far it has come, what came of it. */
export const viewBatch = query({
  name: 'landuse.batch.view',
  input: Type.Object({ batchId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { batchId }) {
    const batch = await readBatch(trx, batchId)
    refuseForeign(batch, areasOf(person, 'landuse.batch.view'))
    const counts = async (column: 'state' | 'conclusion', table: 'landuse_row' | 'landuse_clue') => {
      const { rows } = await sql<{ name: string; count: number }>`select ${sql.ref(column)} as name, count(*) as count
        from ${sql.table(table)} where batch = ${batchId} and ${sql.ref(column)} is not null group by 1`.execute(trx)
      return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
    }
    const maker = await sql<{ name: string }>`select name from person where id = ${batch.made_by}`.execute(trx)
    return {
      ...described(batch, maker.rows[0]?.name ?? ''),
      rows: await counts('state', 'landuse_row'),
      clues: await counts('state', 'landuse_clue'),
      conclusions: await counts('conclusion', 'landuse_clue'),
      run: batch.run_id === null ? null : ((await viewRun(trx, batch.run_id)) ?? null),
    }
  },
})

/** A batch is seen where its area and the reader's meet. */
export function refuseForeign({ area_code, number }: Batch, areas: readonly string[]): void {
  const meets = areas.some((area) => area_code.startsWith(area) || area.startsWith(area_code))
  if (!meets) throw new Refusal(forbidden('landuse.batch.other-area', { number }))
}

const described = (batch: Batch, madeBy: string) => ({
  id: batch.id,
  number: batch.number,
  source: batch.source,
  period: batch.period,
  arrivedBy: batch.arrived_by,
  areaCode: batch.area_code,
  state: batch.state,
  fileName: batch.file_name,
  fileDigest: batch.file_digest,
  format: batch.format,
  layerName: batch.layer_name,
  encoding: batch.encoding,
  crs: batch.crs,
  findings: batch.findings,
  fields: batch.fields,
  wanted: clueFields.map(({ name, required }) => ({ name, required })),
  mapping: batch.mapping,
  mappingHow: batch.mapping_how,
  mappingMissing: batch.mapping_missing,
  options: batch.options,
  madeBy,
  madeAt: batch.made_at,
  doneAt: batch.done_at,
  cancelReason: batch.cancel_reason,
})
