import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import { invalid, type Problem, Refusal } from '../../problems/problem.ts'
import { checkAttributes } from '../check-attributes.ts'
import type { Attributes } from '../feature.ts'
import { layerNamed } from '../registry.ts'
import { toHex } from '../rows.ts'
import { setState, takeChangeSet } from './state.ts'

/**
 * `modify` gives only the attributes that change, and a geometry only if it changes; `create` gives all. `parents` are the
 * features a new one was cut or merged from.
 */
export type NewItem =
  | { layer: string; kind: 'create'; attributes: Attributes; geometry: MultiPolygon; parents?: readonly number[] }
  | {
      layer: string
      kind: 'modify'
      featureId: number
      baseVersion: number
      attributes?: Attributes
      geometry?: MultiPolygon
      parents?: readonly number[]
    }
  | { layer: string; kind: 'retire'; featureId: number; baseVersion: number }

const BATCH = 500

/**
 * Adds items to a draft; a checked set becomes a draft again. Returns the feature id of each item in order (new ones are given
 * theirs now). Throws a Refusal naming the item (from 1) that cannot be stored, or a feature that is in the set already.
 */
export async function addItems(trx: Trx, changeSet: string, items: readonly NewItem[]): Promise<number[]> {
  const { state } = await takeChangeSet(trx, changeSet, ['draft', 'checked'])
  if (state === 'checked') await setState(trx, changeSet, 'draft', { checked_at: null })
  for (const [place, item] of items.entries()) refuseItem(item, place)
  const fresh = await newIds(trx, items.filter((item) => item.kind === 'create').length)
  const ids = items.map((item) => (item.kind === 'create' ? fresh.shift()! : item.featureId))
  await refuseTwice(trx, changeSet, items, ids)
  const first = await nextOrdinal(trx, changeSet)
  for (let start = 0; start < items.length; start += BATCH) {
    const rows = items.slice(start, start + BATCH).map((item, k) => toRow(item, ids[start + k]!, first + start + k))
    await insertRows(trx, changeSet, rows)
  }
  return ids
}

function refuseItem(item: NewItem, place: number): void {
  const problem = problemOf(item)
  if (problem) throw new Refusal({ ...problem, params: { ...problem.params, item: place + 1 } })
}

function problemOf(item: NewItem): Problem | undefined {
  const layer = layerNamed(item.layer)
  if (item.kind === 'retire') return undefined
  if (item.geometry?.length === 0) return invalid('layers.geometry.empty', { layer: layer.name })
  return item.attributes && checkAttributes(layer, item.attributes)
}

async function newIds(trx: Trx, count: number): Promise<number[]> {
  if (count === 0) return []
  const { rows } = await sql<{
    id: number
  }>`select nextval('feature_id') as id from generate_series(1, ${count}::int)`.execute(trx)
  return rows.map((row) => row.id)
}

async function refuseTwice(trx: Trx, changeSet: string, items: readonly NewItem[], ids: number[]): Promise<void> {
  const { rows } = await sql<{ layer: string; id: number }>`
    select layer, feature_id as id from change_item where change_set = ${changeSet} and feature_id = any (${ids}::bigint[])`.execute(
    trx,
  )
  const seen = new Set(rows.map((row) => `${row.layer} ${row.id}`))
  items.forEach((item, place) => {
    const name = `${item.layer} ${ids[place]}`
    if (seen.has(name)) {
      throw new Refusal(
        invalid('layers.change-set.feature-twice', { layer: item.layer, feature: ids[place]!, item: place + 1 }),
      )
    }
    seen.add(name)
  })
}

async function nextOrdinal(trx: Trx, changeSet: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(ordinal), 0) + 1 as next from change_item where change_set = ${changeSet}`.execute(trx)
  return rows[0]!.next
}

function toRow(item: NewItem, id: number, ordinal: number) {
  const { srid } = layerNamed(item.layer)
  return {
    ordinal,
    layer: item.layer,
    kind: item.kind,
    feature_id: id,
    base_version: item.kind === 'create' ? null : item.baseVersion,
    attributes: item.kind === 'retire' ? null : (item.attributes ?? null),
    geom: item.kind === 'retire' || !item.geometry ? null : toHex(item.geometry, srid),
    parents: item.kind === 'retire' ? [] : (item.parents ?? []),
  }
}

async function insertRows(trx: Trx, changeSet: string, rows: ReturnType<typeof toRow>[]): Promise<void> {
  await sql`insert into change_item (change_set, ordinal, layer, kind, feature_id, base_version, attributes, geom, parents)
    select ${changeSet}, r.ordinal, r.layer, r.kind, r.feature_id, r.base_version, r.attributes, r.geom,
      array(select p::bigint from jsonb_array_elements_text(r.parents) p)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(ordinal int, layer text, kind text, feature_id bigint,
      base_version int, attributes jsonb, geom geometry, parents jsonb)`.execute(trx)
}
