import { sql } from 'kysely'
import { toHex } from '../../../kernel/crypto/bytes.ts'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { takeNumber } from '../../../kernel/documents/numbers.ts'
import type { DeliveryRow } from '../../../kernel/formats/delivery.ts'
import { writeWkb } from '../../../kernel/geometry/codecs/wkb-write.ts'
import type { AuditOf } from '../../../kernel/http/action.ts'
import { areasFor, type Person } from '../../../kernel/identity/can.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { batchArea } from '../rules/batch-area.ts'
import { type BatchOptions, defaultLayers, defaultParameters, type Source } from '../schema.ts'
import type { LanduseTables } from '../tables.ts'
import type { DeliveryRequest, OpenedDelivery } from './open-delivery.ts'

type Arrival = { person: Person; now: Date; by: LanduseTables['landuse_batch']['arrived_by'] }

export type Received = { batchId: string; number: string; rows: number; missing: string[] }

const numberPatterns: Record<Source, string> = {
  monitoring: 'JC{year}-{serial:4}',
  farmland: 'GB{year}-{serial:4}',
  enforcement: 'ZF{year}-{serial:4}',
  discovery: 'FX{year}-{serial:4}',
}

/** Keeps a delivery with every row of it, as read. `openDelivery` has made sure in the same transaction that it is new. */
export async function receiveDelivery(
  trx: Trx,
  request: DeliveryRequest,
  { delivery, rowDigests, rowsDigest, proposal }: OpenedDelivery,
  { person, now, by }: Arrival,
): Promise<Received> {
  const id = newId()
  const context = { year: now.getFullYear(), area: '' }
  const number = await takeNumber(trx, numberPatterns[request.source], context, `batch:${id}`, now)
  const codes = delivery.rows.map(({ attributes }) => String(attributes[proposal.mapping.areaCode ?? ''] ?? ''))
  const options: BatchOptions = { layers: defaultLayers, split: false, parameters: defaultParameters }
  await trx
    .withTables<LanduseTables>()
    .insertInto('landuse_batch')
    .values({
      id,
      number,
      source: request.source,
      period: request.period,
      arrived_by: by,
      area_code: batchArea(areasFor(person, 'landuse.batch.upload', { business: 'landuse' }), codes),
      file_digest: request.fileDigest,
      file_name: request.fileName,
      rows_digest: rowsDigest,
      format: delivery.format,
      layer_name: delivery.layerName,
      encoding: json(delivery.encoding),
      crs: json(delivery.crs),
      fields: json(delivery.fields),
      findings: json(delivery.findings),
      mapping: json(proposal.mapping),
      mapping_how: json(proposal.how),
      mapping_missing: json(proposal.missing),
      state: proposal.missing.length > 0 ? 'mapping' : 'ready',
      options: json(options),
      run_id: null,
      made_by: person.id,
      made_at: now,
      done_at: null,
      cancelled_at: null,
      cancel_reason: null,
    })
    .execute()
  await keepRows(trx, id, delivery.rows, rowDigests)
  return { batchId: id, number, rows: delivery.rows.length, missing: proposal.missing }
}

/** What the audit says of a delivery, however it came. */
export const auditOfReceipt = (
  { fileDigest, source, period }: DeliveryRequest,
  { batchId, number, rows }: Received,
): AuditOf => ({ subject: `batch:${batchId}`, after: { number, rows, file: fileDigest, source, period } })

const AT_ONCE = 500

async function keepRows(trx: Trx, batch: string, rows: DeliveryRow[], digests: string[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    await sql`insert into landuse_row (batch, row, digest, attributes, geometry, state, reason, findings)
      select ${batch}, row, digest, attributes::jsonb, decode(geometry, 'hex'), case when reason is null then 'waiting' else 'rejected' end,
        reason::jsonb, findings::jsonb
      from unnest(${some.map(({ row }) => row)}::int[], ${digests.slice(from, from + AT_ONCE)}::text[],
        ${some.map(({ attributes }) => JSON.stringify(attributes))}::text[],
        ${some.map(({ geometry }) => geometry && toHex(writeWkb(geometry)))}::text[],
        ${some.map(({ rejected }) => rejected && JSON.stringify(rejected))}::text[],
        ${some.map(({ findings }) => JSON.stringify(findings))}::text[]) as r(row, digest, attributes, geometry, reason, findings)`.execute(
      trx,
    )
  }
}
