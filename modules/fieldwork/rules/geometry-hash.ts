import { sm3 } from '../../../kernel/crypto/sm3.ts'
import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'

/** 10⁻⁸ degrees are a millimetre: what two computers make of one outline differs by less. */
const GRID = 1e8

/**
 * The same for the same outline, wherever its rings begin, whichever way they run and in whatever order its parts stand: SM3 over its
 * rings in degrees on a millimetre grid. '' for none. Pure; the same on phone and server.
 */
export function geometryHash(geometry: MultiPolygon | null | undefined): string {
  if (!geometry || geometry.length === 0) return ''
  const parts = geometry.map(([shell, ...holes]) => {
    const rest = holes.map(normalRing).sort()
    return [normalRing(shell ?? []), ...rest].join('|')
  })
  return sm3(parts.sort().join('\n'))
}

/** Begins at its smallest point and runs to the smaller neighbour; the closing point and points standing twice are left out. */
function normalRing(ring: readonly Position[]): string {
  const points = ring.map(([x, y]) => `${Math.round(x * GRID)},${Math.round(y * GRID)}`)
  const open = points.filter((point, k) => point !== points[(k + 1) % points.length])
  const n = open.length
  const first = open.reduce((least, point, k) => (point < open[least]! ? k : least), 0)
  const walk = (step: 1 | -1) => Array.from({ length: n }, (_, k) => open[(first + step * k + n * n) % n]!).join(' ')
  return [walk(1), walk(-1)].sort()[0]!
}
