import { boundingBox, boxesMeet } from '../../../../../kernel/geometry/measures/bounding-box.ts'
import { containsPoint } from '../../../../../kernel/geometry/measures/contains-point.ts'
import type { Box, Position } from '../../../../../kernel/geometry/types.ts'
import { ByteReader } from '../byte-reader.ts'
import {
  CELL,
  FANOUT,
  HEAD_BYTES,
  innerLevels,
  LEAF_BYTES,
  MAGIC,
  NODE_BYTES,
  type ReferenceFeature,
  type ReferenceMeta,
} from './layout.ts'
import { pagesOf, type RangeSource } from './read-pages.ts'
import { readRecord } from './record.ts'

/** What is held of a file: its head, its words and its inner nodes; about 1 MB for a million features. */
export type Reference = {
  meta: ReferenceMeta
  count: number
  /** Features whose boxes meet the box (metres), in the order of the file. */
  inBox(box: Box, options?: { limit?: number; withAttributes?: boolean }): Promise<ReferenceFeature[]>
  /** Features that cover the place. */
  at(place: Position): Promise<ReferenceFeature[]>
  /** All of them, page by page, for files small enough to look through. */
  all(): AsyncGenerator<ReferenceFeature>
}

/** @throws RangeError for a file that is none or ends too early */
export async function openReference(source: RangeSource): Promise<Reference> {
  const read = pagesOf(source)
  const head = await readHead(source, read)
  const meta = JSON.parse(new TextDecoder().decode(await source.read(head.metaAt, head.metaLength))) as ReferenceMeta
  const nodes = await readNodes(source, head)
  const file: Open = { ...head, meta, nodes, read }
  return {
    meta,
    count: head.count,
    inBox: (box, options) => featuresIn(file, box, options),
    async at(place) {
      const near = await featuresIn(file, [...place, ...place])
      return near.filter(({ geometry }) => containsPoint(geometry, place))
    },
    all: () => everything(file),
  }
}

type Head = {
  count: number
  left: number
  bottom: number
  metaAt: number
  metaLength: number
  innerAt: number
  leavesAt: number
}
type Read = (at: number, length: number) => Promise<Uint8Array>
type Open = Head & { meta: ReferenceMeta; nodes: Uint32Array[]; read: Read }

async function readHead({ size }: RangeSource, read: Read): Promise<Head> {
  const bytes = size >= HEAD_BYTES ? await read(0, HEAD_BYTES) : new Uint8Array()
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new RangeError('not a reference file')
  const from = new ByteReader(bytes, 8)
  const [count, left, bottom, metaAt, metaLength, innerAt, leavesAt] = Array.from({ length: 7 }, () => from.double())
  return { count: count!, left: left!, bottom: bottom!, metaAt: metaAt!, metaLength: metaLength!, innerAt: innerAt!, leavesAt: leavesAt! } // biome-ignore format: one row
}

async function readNodes(source: RangeSource, { count, innerAt }: Head): Promise<Uint32Array[]> {
  let at = innerAt
  const levels: Uint32Array[] = []
  for (const nodes of innerLevels(count)) {
    const bytes = await source.read(at, nodes * NODE_BYTES)
    levels.push(new Uint32Array(bytes.slice().buffer))
    at += nodes * NODE_BYTES
  }
  return levels
}

async function featuresIn(
  file: Open,
  box: Box,
  { limit = Infinity, withAttributes = true }: { limit?: number; withAttributes?: boolean } = {},
): Promise<ReferenceFeature[]> {
  const features: ReferenceFeature[] = []
  const groups = groupsIn(file, cells(file, box))
  for (const group of groups) {
    const records = await recordsOf(file, group)
    for (const { leaf, from, to } of records) {
      if (!boxesMeet(leaf, cells(file, box))) continue
      const feature = readRecord(new ByteReader(await file.read(from, to - from)), file.meta, withAttributes)
      if (boxesMeet(boundingBox(feature.geometry), box)) features.push(feature)
      if (features.length >= limit) return features
    }
  }
  return features
}

/** Groups of sixteen leaves whose boxes meet that of the question, found from the root downwards. */
function groupsIn({ nodes }: Open, wanted: Box): number[] {
  let meeting = nodes.length > 0 ? [0] : []
  for (let level = nodes.length - 1; level >= 0; level--) {
    const boxes = nodes[level]!
    meeting = meeting.filter((k) => boxesMeet(boxAt(boxes, 4 * k), wanted))
    if (level > 0) {
      const below = nodes[level - 1]!.length / 4
      meeting = meeting.flatMap((k) =>
        Array.from({ length: Math.min(FANOUT, below - FANOUT * k) }, (_, i) => FANOUT * k + i),
      )
    }
  }
  return meeting
}

const boxAt = (values: Uint32Array, at: number): Box => [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!]

const cells = ({ left, bottom }: Head, [minX, minY, maxX, maxY]: Box): Box => [
  Math.floor((minX - left) / CELL),
  Math.floor((minY - bottom) / CELL),
  Math.ceil((maxX - left) / CELL),
  Math.ceil((maxY - bottom) / CELL),
]

/** The leaves of a group, each with where its record begins and ends. */
async function recordsOf({ count, leavesAt, read }: Open, group: number) {
  const first = group * FANOUT
  const many = Math.min(FANOUT, count - first)
  // One leaf more tells where the last record ends.
  const more = first + many < count ? 1 : 0
  const from = new ByteReader(await read(leavesAt + first * LEAF_BYTES, (many + more) * LEAF_BYTES))
  const leaves = Array.from({ length: many + more }, () => ({
    leaf: [from.uint32(), from.uint32(), from.uint32(), from.uint32()] as Box,
    from: from.uint32(),
  }))
  return leaves.slice(0, many).map((each, k) => ({ ...each, to: leaves[k + 1]?.from ?? leavesAt }))
}

async function* everything(file: Open): AsyncGenerator<ReferenceFeature> {
  for (let group = 0; group * FANOUT < file.count; group++) {
    for (const { from, to } of await recordsOf(file, group)) {
      yield readRecord(new ByteReader(await file.read(from, to - from)), file.meta)
    }
  }
}
