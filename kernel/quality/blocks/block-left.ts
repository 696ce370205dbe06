import { writeWkb } from '../../geometry/codecs/wkb-write.ts'
import type { BlockResult } from '../../geometry/coverage/check-blocks.ts'
import { toMultiPolygon } from '../../layers/feature.ts'

/** What a block leaves for the last step, as it is kept with the block; null where nobody looks for overlaps or gaps. */
export type BlockLeft = { pieces: Uint8Array; tangled: Uint8Array[] } | null

type Left = Pick<BlockResult, 'pieces' | 'tangled'>

export const packLeft = ({ pieces, tangled }: Left): BlockLeft => ({
  pieces: new Uint8Array(pieces.buffer, pieces.byteOffset, pieces.byteLength),
  tangled: tangled.map((geometry) => writeWkb(geometry)),
})

export const unpackLeft = ({ pieces, tangled }: NonNullable<BlockLeft>): Left => ({
  // Copied, for doubles have to begin where 8 divides.
  pieces: new Float64Array(Uint8Array.from(pieces).buffer),
  tangled: tangled.map(toMultiPolygon),
})
