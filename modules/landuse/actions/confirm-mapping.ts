import { Type } from '@sinclair/typebox'
import { json } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { readBatch, scopeOfBatch } from '../intake/batches.ts'
import { refuseMapping } from '../rules/refuse-mapping.ts'
import type { LanduseTables } from '../tables.ts'

/** A person says which source field is which; remembered for the next delivery of the same source. */
export const confirmMapping = action({
  verb: 'landuse.batch.confirmMapping',
  input: Type.Object({ batchId: Type.String({ format: 'uuid' }), mapping: Type.Record(Type.String(), Type.String()) }),
  facts: ({ trx }, { batchId }) => readBatch(trx, batchId),
  scope: (batch) => scopeOfBatch(batch),
  refuse: (batch, { mapping }) =>
    refuseMapping(
      batch.state,
      batch.fields.map(({ name }) => name),
      mapping,
    ),
  async handle({ trx, person, now }, { batchId, mapping }, { source }) {
    const tables = trx.withTables<LanduseTables>()
    const confirmed = { mapping: json(mapping), confirmed_by: person.id, confirmed_at: now }
    await tables
      .insertInto('landuse_field_mapping')
      .values({ source, ...confirmed })
      .onConflict((conflict) => conflict.column('source').doUpdateSet(confirmed))
      .execute()
    const how = Object.fromEntries(Object.keys(mapping).map((name) => [name, 'confirmed']))
    await tables
      .updateTable('landuse_batch')
      .set({ mapping: json(mapping), mapping_how: json(how), mapping_missing: json([]), state: 'ready' })
      .where('id', '=', batchId)
      .execute()
    return { batchId }
  },
  audit: ({ batchId, mapping }, _, batch) => ({ subject: `batch:${batchId}`, before: batch.mapping, after: mapping }),
})
