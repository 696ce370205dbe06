import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import type { FileStore } from '../../../kernel/files/file-store.ts'
import type { Delivery } from '../../../kernel/formats/delivery.ts'
import { type FieldMapping, type MappingProposal, proposeMapping } from '../../../kernel/formats/field-mapping.ts'
import { readDelivery } from '../../../kernel/formats/read-delivery.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { clueFields } from '../rules/clue-fields.ts'
import { deliveryDigest, rowDigest } from '../rules/delivery-digest.ts'
import type { Source } from '../schema.ts'
import type { LanduseTables } from '../tables.ts'

export type DeliveryRequest = {
  fileDigest: string
  fileName: string
  source: Source
  period: string
  declaredEpsg?: number
  encoding?: string
  layerName?: string
  mapping?: FieldMapping
}

export type OpenedDelivery = {
  delivery: Delivery
  rowDigests: string[]
  rowsDigest: string
  proposal: MappingProposal
  /** the batch that already holds this file or these rows */
  same?: { number: string; madeAt: Date; how: 'file' | 'rows' }
}

/** Largest delivery read in one request, bytes: above, the server would be busy for too long. */
const LARGEST = 128 * 1024 * 1024

/**
 * Reads the file and finds out whether the same has come before; writes nothing. Refuses what cannot be read. Whoever sends the
 * same rows at the same moment waits here for the first, and then finds it.
 */
export async function openDelivery(trx: Trx, files: FileStore, request: DeliveryRequest): Promise<OpenedDelivery> {
  const { fileDigest, fileName, declaredEpsg, encoding, layerName } = request
  if (!(await files.has(fileDigest)))
    throw new Refusal(notFound('landuse.batch.upload.no-file', { digest: fileDigest }))
  const bytes = await files.get(fileDigest)
  const source = { name: fileName, bytes }
  const options = { declaredCrs: declaredEpsg, encoding, layer: layerName, limits: { sourceBytes: LARGEST } }
  const delivery = await readDelivery(source, options)
  const rowDigests = delivery.rows.map(({ attributes, geometry }) => rowDigest(attributes, geometry))
  const rowsDigest = deliveryDigest(rowDigests)
  const remembered = request.mapping ?? (await rememberedMapping(trx, request.source))
  const proposal = proposeMapping(delivery.fields, clueFields, remembered)
  const same = await findSame(trx, fileDigest, delivery.layerName, rowsDigest)
  return { delivery, rowDigests, rowsDigest, proposal, same }
}

async function rememberedMapping(trx: Trx, source: Source): Promise<FieldMapping | undefined> {
  const row = await trx
    .withTables<LanduseTables>()
    .selectFrom('landuse_field_mapping')
    .select('mapping')
    .where('source', '=', source)
    .executeTakeFirst()
  return row?.mapping
}

async function findSame(trx: Trx, file: string, layer: string, rows: string): Promise<OpenedDelivery['same']> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`delivery ${rows}`}, 0))`.execute(trx)
  const batch = await trx
    .withTables<LanduseTables>()
    .selectFrom('landuse_batch')
    .select(['number', 'made_at', 'file_digest'])
    .where('state', '<>', 'cancelled')
    .where((where) =>
      where.or([
        where('rows_digest', '=', rows),
        where.and([where('file_digest', '=', file), where('layer_name', '=', layer)]),
      ]),
    )
    .executeTakeFirst()
  return batch && { number: batch.number, madeAt: batch.made_at, how: batch.file_digest === file ? 'file' : 'rows' }
}
