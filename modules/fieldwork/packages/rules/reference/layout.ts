import type { MultiPolygon } from '../../../../../kernel/geometry/types.ts'

/**
 * Reference polygons of one layer in one file, to be read by range where there is no database (参照图斑包): a packed R-tree over
 * features in the order of the Hilbert curve, their outlines to the last bit, their attributes.
 *
 *   head     64 bytes: «YTREF1», then as doubles: count, minX, minY, metaAt, metaLength, innerAt, leavesAt
 *   data     records (record.ts), in Hilbert order
 *   leaves   20 bytes a feature: box in whole centimetres from (minX, minY), rounded outwards; where its record begins
 *   inner    16 bytes a node: the box of 16 nodes below; level by level, the one over the leaves first, the root last
 *   meta     JSON: layer, fields, words that repeat
 *
 * Metres of EPSG:4524, little-endian. Inner nodes are read whole (1 MB for a million features), all else by range.
 */
export const MAGIC = 'YTREF1'
export const HEAD_BYTES = 64
export const LEAF_BYTES = 20
export const NODE_BYTES = 16
export const FANOUT = 16
/** Boxes are kept in whole centimetres: 42 949 km reach. */
export const CELL = 0.01
/** A record is found by 32 bits. */
export const MOST_BYTES = 2 ** 32 - 1

export type Value = string | number | null

export type ReferenceField = { name: string; alias: string; type: 'text' | 'integer' | 'number' | 'date' }

export type ReferenceMeta = {
  layer: string
  fields: ReferenceField[]
  /** by field, texts that repeat; a record names them by place */
  words: string[][]
}

export type ReferenceFeature = {
  id: number
  version: number
  geometry: MultiPolygon
  attributes: Record<string, Value>
}

/** Nodes of each inner level for so many features, the lowest first, down to one root; none where the leaves need none. */
export function innerLevels(count: number): number[] {
  const levels: number[] = []
  for (let nodes = Math.ceil(count / FANOUT); count > 0; nodes = Math.ceil(nodes / FANOUT)) {
    levels.push(nodes)
    if (nodes === 1) break
  }
  return levels
}
