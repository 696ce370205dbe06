import { clearance } from './cell.ts'
import type { Land } from './land.ts'
import type { Random } from './random.ts'
import { lobes, rectangle } from './shapes.ts'

/** What may lie as an island inside a field or a wood, how likely, and its radius in metres. */
const ISLANDS: Record<string, readonly { code: string; chance: number; radius: [number, number] }[]> = {
  '0101': [{ code: '1104', chance: 0.05, radius: [15, 25] }],
  '0103': [
    { code: '1104', chance: 0.035, radius: [15, 23] },
    { code: '0702', chance: 0.035, radius: [11, 16] },
  ],
  '0201': [{ code: '1202', chance: 0.04, radius: [12, 17] }],
  '0301': [
    { code: '0404', chance: 0.07, radius: [19, 45] },
    { code: '0103', chance: 0.06, radius: [18, 40] },
    { code: '1206', chance: 0.03, radius: [19, 31] },
    { code: '0602', chance: 0.012, radius: [30, 55] },
    { code: '09', chance: 0.012, radius: [16, 26] },
  ],
}

const BUILT: Record<string, string> = { '0702': '203', '0602': '204', '09': '205' }

/** Ponds, lone farmsteads, clearings, quarries: a lobed ring well inside its field. Only for faces not yet merged (convex). */
export function layIslands(land: Land, random: Random, from: number, to: number): void {
  for (let face = from; face < to; face++) {
    const kinds = ISLANDS[land.classOf[face] ?? '']
    if (!kinds) continue
    const kind = kinds[Math.floor(random.next() * kinds.length)]!
    if (!random.chance(kind.chance * kinds.length)) continue
    const cell = land.measure(face)
    const room = clearance(land.mesh, face, cell.cx, cell.cy)
    const radius = Math.min(random.between(...kind.radius), room / 1.4 - 3)
    if (radius < kind.radius[0]) continue
    const ring =
      kind.code === '0702'
        ? rectangle(cell.cx, cell.cy, 2 * radius, 1.4 * radius, cell.axis)
        : lobes(cell.cx, cell.cy, radius, random)
    const island = land.island(face, ring, kind.code, BUILT[kind.code] ? { built: BUILT[kind.code]! } : undefined)
    if (kind.code === '0702') land.plots.push({ village: land.villageOf[face]!, code: '0702', ring, face: island })
  }
}

/** The reservoirs: one large lobed water in a wooded block per some villages, where there is room. */
export function layReservoir(land: Land, faces: number[], random: Random): boolean {
  for (const face of faces) {
    const cell = land.measure(face)
    const radius = Math.min(clearance(land.mesh, face, cell.cx, cell.cy) / 1.45 - 4, 190)
    if (radius < 80) continue
    land.island(face, lobes(cell.cx, cell.cy, radius, random, 28), '1103', { user: '云栖县水利局' })
    return true
  }
  return false
}
