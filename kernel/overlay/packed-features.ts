import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { type PreparedLayer, prepareLayer } from '../geometry/areas/prepared-layer.ts'
import { addWkbAt } from '../geometry/codecs/wkb-into-set.ts'
import { SetBuilder } from '../geometry/flat/set-builder.ts'

/** Place i of the layer's set is version `versions[i]` of feature `ids[i]`. What a version is never changes. */
export type Features = { layer: PreparedLayer; ids: number[]; versions: number[] }

/** Of the arrays; numbers of a list take eight. */
export function bytesOf({ layer: { set, index, chunks }, ids }: Features): number {
  const arrays = [...Object.values(set), chunks, ...(index ? [index.data] : [])]
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 16 * ids.length)
}

/** Geometry a row carries, in bytes as stored: few rows, and none beyond what a string can hold. */
const PACK_BYTES = 4_000_000

/** int8 id and int4 version, big-endian; EWKB follows, which tells its own length. */
const HEAD_BYTES = 12

/**
 * Rows with id, version and geom, many in one value: the drivers of both engines take longer over a row than over its
 * geometry. In no certain order.
 */
export async function readPacked(trx: Trx, rows: RawBuilder<unknown>, into: FeatureBuilder): Promise<void> {
  const packs = await sql<{ bytes: Uint8Array }>`
    select string_agg(int8send(id) || int4send(version) || ST_AsEWKB(geom), ''::bytea) as bytes
    from (select id, version, geom, sum(pg_column_size(geom)) over (order by id) / ${sql.lit(PACK_BYTES)} as pack
      from (${rows}) r) p
    group by pack order by pack`.execute(trx)
  for (const { bytes } of packs.rows) into.addPacked(bytes)
}

/** Gathers versions of features with their geometry. */
export class FeatureBuilder {
  readonly ids: number[] = []
  readonly versions: number[] = []
  /** Of what was packed. */
  bytes = 0
  readonly #set: SetBuilder

  /** @param vertices how many are expected; only saves growing */
  constructor(vertices = 0) {
    this.#set = new SetBuilder('own', vertices)
  }

  addPacked(bytes: Uint8Array): void {
    this.bytes += bytes.byteLength
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at < bytes.byteLength; ) {
      this.ids.push(Number(view.getBigInt64(at)))
      this.versions.push(view.getInt32(at + 8))
      at = addWkbAt(this.#set, bytes, at + HEAD_BYTES)
    }
  }

  addFrom({ layer, ids, versions }: Features, place: number): void {
    this.ids.push(ids[place]!)
    this.versions.push(versions[place]!)
    this.#set.addFrom(layer.set, place)
  }

  finish(): Features {
    return { layer: prepareLayer(this.#set.finish()), ids: this.ids, versions: this.versions }
  }
}
