import type { PolygonSet } from '../flat/polygon-set.ts'

/** Edges a box stands for: small enough to be walked, many enough that boxes of long rings are soon looked through. */
export const CHUNK_BITS = 4
export const CHUNK = 1 << CHUNK_BITS

/**
 * minX minY maxX maxY of the vertices 16k … 16k + 16 of a set, so that a long ring is passed in steps of 16 edges where
 * it is far away. Where a ring ends within, the box means nothing; nobody asks for it.
 */
export function chunkBoxes({ coordinates }: PolygonSet, memory: 'own' | 'shared' = 'own'): Float64Array {
  const vertices = coordinates.length / 2
  const chunks = Math.floor((vertices - 1) / CHUNK)
  const bytes = Math.max(0, chunks) * 32
  const boxes = new Float64Array(memory === 'shared' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes))
  for (let k = 0; k < chunks; k++) {
    let minX = Infinity
    let minY = Infinity
    let maxX = -Infinity
    let maxY = -Infinity
    for (let i = 2 * CHUNK * k; i <= 2 * CHUNK * (k + 1); i += 2) {
      const x = coordinates[i]!
      const y = coordinates[i + 1]!
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
    boxes[4 * k] = minX
    boxes[4 * k + 1] = minY
    boxes[4 * k + 2] = maxX
    boxes[4 * k + 3] = maxY
  }
  return boxes
}
