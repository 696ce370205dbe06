import type { Block } from './blocks.ts'
import type { Land } from './land.ts'
import type { Random } from './random.ts'

/** Weighted land classes of plots. */
type Mix = readonly (readonly [code: string, weight: number])[]

const TOWN_CENTRE: Mix = [
  ['0701', 40],
  ['05H1', 26],
  ['08H1', 9],
  ['08H2', 11],
  ['0810', 6],
  ['0810A', 3],
  ['0809', 3],
  ['1005', 2],
]
const TOWN_EDGE: Mix = [
  ['0701', 38],
  ['05H1', 10],
  ['08H2', 8],
  ['0810', 6],
  ['0809', 5],
  ['0601', 18],
  ['0508', 9],
  ['1201', 6],
]
const VILLAGE: Mix = [
  ['0702', 82],
  ['05H1', 3],
  ['08H1', 3],
  ['08H2', 4],
  ['0809', 2],
  ['0810A', 2],
  ['1201', 4],
]

function draw(mix: Mix, random: Random): string {
  let left = random.between(
    0,
    mix.reduce((sum, [, weight]) => sum + weight, 0),
  )
  for (const [code, weight] of mix) {
    left -= weight
    if (left < 0) return code
  }
  return mix[0]![0]
}

/** Divides a piece of land into plots; lanes run between the larger groups. */
function layPlots(
  land: Land,
  face: number,
  random: Random,
  lane: { above: number; width: number; built: string; user?: string },
  plot: number,
): number[] {
  const cell = land.measure(face)
  if (cell.area <= plot * random.between(0.75, 1.6)) return [face]
  const shift = random.between(-0.1, 0.1) * cell.long
  const line = {
    x: cell.cx + Math.cos(cell.axis) * shift,
    y: cell.cy + Math.sin(cell.axis) * shift,
    angle: cell.axis + Math.PI / 2 + random.between(-0.08, 0.08),
  }
  const note = lane.user === undefined ? { built: lane.built } : { built: lane.built, user: lane.user }
  const parts =
    (cell.area > lane.above && land.strip(face, line, lane.width, '1004', plot * 0.4, note)) ||
    land.cut(face, line, plot * 0.4)
  return parts ? parts.flatMap((part) => layPlots(land, part, random, lane, plot)) : [face]
}

/** A block of a town: plots of 3 000–9 000 m², grander in the middle. */
export function layTownBlock(land: Land, block: Block, random: Random): void {
  const seat = land.seatAt(block.cell.cx, block.cell.cy)
  const outer = seat ? Math.hypot(block.cell.cx - seat.x, block.cell.cy - seat.y) / seat.radius : 1
  const user = '云栖县城镇国有'
  for (const plot of layPlots(land, block.face, random, { above: 15000, width: 7, built: '202', user }, 4200)) {
    land.build(plot, draw(outer < 0.55 ? TOWN_CENTRE : TOWN_EDGE, random), '202', user)
  }
}

/** A village: groups of homesteads of 900–2 500 m² along lanes. */
export function layHamlet(land: Land, face: number, random: Random): void {
  for (const plot of layPlots(land, face, random, { above: 5200, width: 3.6, built: '203' }, 1500)) {
    land.build(plot, draw(VILLAGE, random), '203')
  }
}

/** A works or a depot standing apart from the village. */
export function layWorks(land: Land, face: number, random: Random): void {
  for (const plot of layPlots(land, face, random, { above: Number.POSITIVE_INFINITY, width: 5, built: '203A' }, 7000))
    land.build(plot, '0601', '203A')
}

/** Cuts a piece of about the given size off the end of a block that lies nearest a point; the rest stays open land. */
function cutEnd(land: Land, block: Block, size: number): number | undefined {
  const { cell } = block
  if (cell.area < size * 1.5) return block.face
  const along = (0.5 - size / cell.area) * cell.long
  const line = {
    x: cell.cx + Math.cos(cell.axis) * along,
    y: cell.cy + Math.sin(cell.axis) * along,
    angle: cell.axis - Math.PI / 2,
  }
  // Turned by -90° the left side looks along +axis: the end piece.
  return land.cut(block.face, line, size * 0.4)?.[0]
}

/**
 * Chooses where a village's people live: one main settlement and some hamlets, on gentle ground of middle distance to the river.
 * Returns the open land that remains, hamlet pieces removed.
 */
export function laySettlements(land: Land, blocks: Block[], random: Random): Block[] {
  const homes = blocks
    .filter((b) => b.theme !== 'urban' && b.theme !== 'forest')
    .sort((a, b) => comfort(land, a) - comfort(land, b))
  const count = Math.min(homes.length, random.whole(3, 5))
  const taken = new Set<number>()
  for (let i = 0; i < count; i++) {
    const block = homes[i === 0 ? 0 : Math.floor(i * random.between(1.2, 2.2))]
    if (!block || taken.has(block.face)) continue
    const piece = cutEnd(land, block, i === 0 ? random.between(26000, 48000) : random.between(6000, 17000))
    if (piece === undefined) continue
    if (piece === block.face) taken.add(piece)
    layHamlet(land, piece, random)
  }
  const site = homes[homes.length >> 1]
  if (site && !taken.has(site.face) && random.chance(0.4)) {
    const piece = cutEnd(land, site, random.between(9000, 20000))
    if (piece !== undefined && piece !== site.face) layWorks(land, piece, random)
  }
  return blocks.filter((b) => land.classOf[b.face] === undefined).map((b) => ({ ...b, cell: land.measure(b.face) }))
}

function comfort(land: Land, block: Block): number {
  return block.slope + Math.abs(land.relief.riverDistance(block.cell.cx, block.cell.cy) - 480) / 120
}
