import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from '../crypto/uuid.ts'
import type { Trx } from '../db/database.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import { conflict, invalid, Refusal } from '../problems/problem.ts'
import { nextInstant } from './change-sets/queue.ts'
import { checkAttributes } from './check-attributes.ts'
import { columnOf, type LayerDefinition, tableOf } from './definition.ts'
import type { Attributes } from './feature.ts'
import { layerNamed } from './registry.ts'
import { toHex } from './rows.ts'
import { columnType } from './table-sql.ts'
import type { LayerTables } from './tables.ts'

export type NewFeature = { attributes: Attributes; geometry: MultiPolygon }

const BATCH = 500

/**
 * Fills an empty layer (the first delivery of a base map) as one applied change set without items: its rows name it. A layer
 * that has features is only changed by items. Returns the change set's id and how many features came in.
 * Throws a Refusal naming the row (from 1) that cannot be stored.
 */
export async function importLayer(
  trx: Trx,
  load: {
    layer: string
    title: string
    by: string
    now: Date
    features: Iterable<NewFeature> | AsyncIterable<NewFeature>
  },
): Promise<{ changeSet: string; count: number }> {
  const layer = layerNamed(load.layer)
  const at = await nextInstant(trx, [layer.name], load.now)
  await refuseUnlessEmpty(trx, layer)
  const id = await makeLoad(trx, load, at)
  let count = 0
  let batch: NewFeature[] = []
  for await (const feature of load.features) {
    if (batch.push(feature) < BATCH) continue
    count += await insertBatch(trx, layer, batch, { id, at, from: count })
    batch = []
  }
  count += await insertBatch(trx, layer, batch, { id, at, from: count })
  // Nobody gathers statistics on the embedded engine by itself.
  await sql`analyze ${sql.table(tableOf(layer))}`.execute(trx)
  return { changeSet: id, count }
}

async function refuseUnlessEmpty(trx: Trx, layer: LayerDefinition): Promise<void> {
  const { rows } = await sql`select 1 from ${sql.table(tableOf(layer))} where valid_to is null limit 1`.execute(trx)
  if (rows.length) throw new Refusal(conflict('layers.import.layer-not-empty', { layer: layer.name }))
}

async function makeLoad(trx: Trx, load: { title: string; by: string; now: Date }, at: Date): Promise<string> {
  const id = uuidv7(load.now.getTime(), randomBytes(10))
  await trx
    .withTables<LayerTables>()
    .insertInto('change_set')
    .values({
      ...{ id, title: load.title, state: 'applied', kind: 'load', case_ids: [], made_by: load.by, made_at: load.now },
      ...{ checked_at: at, reserved_at: null, applied_at: at, abandoned_at: null, reason: null, reverts: null },
    })
    .execute()
  return id
}

type Into = { id: string; at: Date; from: number }

async function insertBatch(
  trx: Trx,
  layer: LayerDefinition,
  batch: NewFeature[],
  { id, at, from }: Into,
): Promise<number> {
  if (batch.length === 0) return 0
  const rows = batch.map(({ attributes, geometry }, place) => {
    const problem = geometry.length ? checkAttributes(layer, attributes) : invalid('layers.geometry.empty')
    if (problem) throw new Refusal({ ...problem, params: { ...problem.params, row: from + place + 1 } })
    return { ...attributes, geom: toHex(geometry, layer.srid) }
  })
  const columns = sql.join(layer.fields.map((field) => sql.ref(columnOf(field))))
  const typed = sql.join(layer.fields.map((field) => sql`${sql.id(field.name)} ${sql.raw(columnType(field))}`))
  const values = sql.join(layer.fields.map((field) => sql`r.${sql.id(field.name)}`))
  await sql`insert into ${sql.table(tableOf(layer))} (id, version, valid_from, made_by, ${columns}, geom)
    select nextval('feature_id'), 1, ${at}, ${id}, ${values}, r.geom
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(${typed}, geom geometry)`.execute(trx)
  return batch.length
}
