import type { Box, MultiPolygon } from '../../../../kernel/geometry/types.ts'

/** Bytes of a block: what is checked, sent and, after a cut, sent again at once. */
export const BLOCK_BYTES = 512 * 1024

/** Of the bytes; lower-case hex. `digest` is the block's address in the file store (SM3). */
export type Block = { size: number; sha256: string; digest: string }

/** `reference`: reference/layout.ts; `tiles`, `imagery`: PMTiles 3; `work`: JSON (PackageWork). */
export type Part = {
  name: string
  kind: 'reference' | 'tiles' | 'imagery' | 'work'
  size: number
  sha256: string
  blocks: Block[]
}

/** 清单 of an offline package; the receipt beside it is signed over its canonical JSON. */
export type Manifest = {
  format: 1
  id: string
  title: string
  /** West, south, east, north in degrees. */
  box: Box
  /** EPSG:4524, metres: only inside it the layers are whole. */
  ground: MultiPolygon
  madeAt: string
  parts: Part[]
}

export const sizeOf = ({ parts }: Pick<Manifest, 'parts'>): number => parts.reduce((sum, { size }) => sum + size, 0)

export type Step = { part: string; block: number; size: number; sha256: string; from: 'kept' | 'server' }

/** How a new edition is put together: blocks that are the same as in the kept one are copied, the others fetched. */
export function stepsTo(manifest: Manifest, kept: Manifest | null): Step[] {
  const have = new Set((kept?.parts ?? []).flatMap(({ blocks }) => blocks.map(({ sha256 }) => sha256)))
  return manifest.parts.flatMap(({ name, blocks }) =>
    blocks.map(({ size, sha256 }, block) => ({
      ...{ part: name, block, size, sha256 },
      from: have.has(sha256) ? ('kept' as const) : ('server' as const),
    })),
  )
}

/** Bytes still to come over the network. */
export const bytesToFetch = (steps: readonly Step[]): number =>
  steps.reduce((sum, { size, from }) => sum + (from === 'server' ? size : 0), 0)

/** The old edition stays until the new one is whole, and a browser's count of free space is a guess: so much more must be free. */
const ROOM = 2.5

/** Free bytes wanted before a download begins. */
export const roomFor = (manifest: Pick<Manifest, 'parts'>): number => Math.ceil(ROOM * sizeOf(manifest))
