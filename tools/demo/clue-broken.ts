import type { MultiPolygon, Polygon, Ring } from '../../kernel/geometry/types.ts'
import type { Breakage, Report } from './clue-kinds.ts'
import type { ClueRow } from './clue-row.ts'
import { ringArea } from './outline.ts'

type Spoil = {
  report: Report
  /** what the row looks like in the delivery */
  row: (row: ClueRow) => Partial<ClueRow>
  /** the land meant, where it is not the whole sound polygon */
  meant?: (polygon: Polygon) => MultiPolygon
}

const outer = (row: ClueRow): Ring => row.geometry![0]![0]!
const single = (ring: Ring): MultiPolygon => [[ring]]
const middle = (ring: Ring): [number, number] => {
  const open = ring.slice(0, -1)
  return [open.reduce((s, p) => s + p[0], 0) / open.length, open.reduce((s, p) => s + p[1], 0) / open.length]
}

/** Two triangles that meet in the middle of the ring: opposite quarters of it. */
function wings(ring: Ring): [Ring, Ring] {
  const [x, y] = middle(ring)
  const open = ring.slice(0, -1)
  const u = open[0]!
  const v = open[Math.round(open.length / 4)]!
  const opposite = (p: readonly number[]): [number, number] => [2 * x - p[0]!, 2 * y - p[1]!]
  return [
    [[x, y], u, v, [x, y]],
    [[x, y], opposite(u), opposite(v), [x, y]],
  ]
}

/** The two wings as one ring that crosses itself in the middle. */
function bowTie(ring: Ring): Ring {
  const [[, u, v], [, u2, v2]] = wings(ring)
  return [u!, v!, v2!, u2!, u!]
}

function withSpike(ring: Ring): Ring {
  const [a, b] = [ring[1]!, ring[2]!]
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  const [nx, ny] = [(b[1] - a[1]) / length, -(b[0] - a[0]) / length]
  const m: [number, number] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  return [...ring.slice(0, 2), m, [m[0] + 40 * nx, m[1] + 40 * ny], [m[0], m[1]], ...ring.slice(2)]
}

/** Two small copies drawn towards opposite corners: apart from each other and inside the whole. */
function halves(ring: Ring): MultiPolygon {
  const open = ring.slice(0, -1)
  return [open[0]!, open[open.length >> 1]!].map(([cx, cy]) => [
    ring.map(([x, y]): [number, number] => [cx + (x - cx) * 0.42, cy + (y - cy) * 0.42]),
  ])
}

/** A speck of 0.02 m² beside the polygon. */
function speck(ring: Ring): Ring {
  const x = Math.max(...ring.map((p) => p[0])) + 1
  const y = ring[0]![1]
  return [
    [x, y],
    [x + 0.2, y],
    [x, y + 0.2],
    [x, y],
  ]
}

/** About where the county lies, in degrees: numbers of the right kind for a file in the wrong unit. */
const toDegrees = (ring: Ring): Ring => ring.map(([x, y]) => [108 + (x - 36500000) / 93500, y / 110900])

export const SPOILS: Record<Breakage, Spoil> = {
  'bow-tie': {
    report: 'repaired',
    row: (row) => ({ geometry: single(bowTie(outer(row))) }),
    meant: (polygon) => wings(polygon[0]!).map((ring) => [ringArea(ring) > 0 ? ring : [...ring].reverse()]),
  },
  'repeated-vertices': {
    report: 'repaired',
    row: (row) => ({ geometry: single(outer(row).flatMap((p, i) => (i % 2 ? [p, [p[0], p[1]], [p[0], p[1]]] : [p]))) }),
  },
  spike: { report: 'repaired', row: (row) => ({ geometry: single(withSpike(outer(row))) }) },
  unclosed: { report: 'repaired', row: (row) => ({ geometry: single(outer(row).slice(0, -1)) }) },
  'tiny-ring': { report: 'repaired', row: (row) => ({ geometry: [...row.geometry!, [speck(outer(row))]] }) },
  multipart: {
    report: 'accepted',
    row: (row) => ({ geometry: halves(outer(row)) }),
    meant: (polygon) => halves(polygon[0]!),
  },
  'null-shape': { report: 'rejected', row: () => ({ geometry: null }) },
  'duplicate-id': { report: 'rejected', row: () => ({}) },
  degrees: { report: 'rejected', row: (row) => ({ geometry: single(toDegrees(outer(row))) }) },
  'outside-county': {
    report: 'rejected',
    row: (row) => ({ geometry: single(outer(row).map(([x, y]) => [x + 120000, y])) }),
  },
  'future-date': { report: 'rejected', row: (row) => ({ attributes: { ...row.attributes, HSX: '2031-09-24' } }) },
}
