import { type Block, type Theme, themeAt } from './blocks.ts'
import { type Cell, extents } from './cell.ts'
import type { Land } from './land.ts'
import { createNoise, type Noise } from './noise.ts'
import type { Random } from './random.ts'

/** Depth across and length along of a field, metres. */
const FIELD: Record<Exclude<Theme, 'urban'>, { depth: number; length: number }> = {
  plain: { depth: 62, length: 150 },
  gentle: { depth: 66, length: 130 },
  terrace: { depth: 50, length: 170 },
  forest: { depth: 120, length: 190 },
}

/** Broad patterns that make neighbouring fields alike: soil moisture, orchard country, how wooded it is. */
export type Pattern = { moist: Noise; orchard: Noise; wood: Noise }

export function createPattern(seed: number): Pattern {
  return { moist: createNoise(seed ^ 0x1111), orchard: createNoise(seed ^ 0x2222), wood: createNoise(seed ^ 0x3333) }
}

/** Divides a block into fields (terraces keep to the contour) and gives each its land class. */
export function layFields(land: Land, block: Block, pattern: Pattern, random: Random): void {
  if (block.theme === 'urban') return
  const direction = block.theme === 'plain' ? block.cell.axis : undefined
  splitField(land, block.face, block.theme, direction, pattern, random)
}

function splitField(
  land: Land,
  face: number,
  theme: Exclude<Theme, 'urban'>,
  direction: number | undefined,
  pattern: Pattern,
  random: Random,
): void {
  const cell = land.measure(face)
  const along = direction ?? land.relief.contour(cell.cx, cell.cy)
  const [length, depth] = extents(land.mesh, land.mesh.cycle(face), along)
  const wanted = FIELD[theme]
  const tooDeep = depth / (wanted.depth * random.between(0.8, 1.7))
  const tooLong = length / (wanted.length * random.between(0.8, 1.7))
  if (Math.max(tooDeep, tooLong) > 1.25 && cell.area > 1800) {
    const across = tooLong > tooDeep
    const reach = (across ? length : depth) * random.between(-0.12, 0.12)
    const towards = across ? along : along + Math.PI / 2
    const line = {
      x: cell.cx + Math.cos(towards) * reach,
      y: cell.cy + Math.sin(towards) * reach,
      angle: (across ? along + Math.PI / 2 : along) + random.between(-0.1, 0.1),
    }
    const parts = land.cut(face, line, Math.max(700, cell.area * 0.15))
    if (parts) {
      for (const part of parts) splitField(land, part, theme, direction, pattern, random)
      return
    }
  }
  land.settle(face, cropAt(theme, cell, land, pattern, random))
}

/** The land class of a field: by ground, by the country around it, and a little by chance. */
function cropAt(theme: Exclude<Theme, 'urban'>, cell: Cell, land: Land, pattern: Pattern, random: Random): string {
  const moist = pattern.moist(cell.cx / 900, cell.cy / 900)
  const orchard = pattern.orchard(cell.cx / 700, cell.cy / 700)
  const wood = pattern.wood(cell.cx / 600, cell.cy / 600) + 0.3 * pattern.wood(cell.cx / 150, cell.cy / 150)
  const dice = random.next()
  if (theme === 'plain') return plainCrop(moist, orchard, dice)
  // On the slopes the ground under the field itself decides, so that woods do not end at block borders.
  const own = themeAt(land, cell.cx, cell.cy, land.relief.slope(cell.cx, cell.cy))
  if (own === 'gentle' || own === 'plain') return gentleCrop(orchard, wood, dice)
  if (own === 'terrace') return terraceCrop(orchard, wood, dice)
  const height = land.relief.height(cell.cx, cell.cy)
  return forestCover(wood, height, dice)
}

function plainCrop(moist: number, orchard: number, dice: number): string {
  if (dice < 0.035) return '1202'
  if (dice < 0.06) return '1104A'
  if (dice < 0.08) return '0204'
  if (orchard > 0.3 && dice > 0.4) return '0201'
  return moist + (dice - 0.5) * 0.25 > -0.12 ? '0101' : '0102'
}

function gentleCrop(orchard: number, wood: number, dice: number): string {
  if (dice < 0.025) return '1202'
  if (orchard > 0.12) return dice > 0.25 ? '0201' : '0103'
  if (orchard < -0.25) return dice > 0.3 ? '0202' : '0103'
  if (wood > 0.3) return dice > 0.5 ? '0307' : '0301'
  return dice > 0.93 ? '0404' : dice > 0.88 ? '0102' : '0103'
}

function terraceCrop(orchard: number, wood: number, dice: number): string {
  if (wood > 0.12) return dice > 0.75 ? '0305' : dice > 0.2 ? '0301' : '0307'
  if (orchard < -0.12) return dice > 0.25 ? '0202' : '0103'
  if (dice < 0.08) return '0307'
  if (dice < 0.14) return '0404'
  return dice > 0.9 ? '0201' : '0103'
}

function forestCover(wood: number, height: number, dice: number): string {
  if (dice < 0.025) return '1206'
  if (dice < 0.035) return '1207'
  if (wood < -0.28) return dice > 0.6 ? '0404' : '0305'
  if (wood < -0.12) return dice > 0.5 ? '0305' : '0307'
  if (height < 560 && dice > 0.86) return '0302'
  return dice > 0.93 ? '0307' : '0301'
}
