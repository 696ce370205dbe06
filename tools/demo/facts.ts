import type { Land } from './land.ts'
import { createNoise } from './noise.ts'

/** Attributes of the ground that decide whether neighbours are one patch; fixed before faces are joined. */
export type Facts = {
  /** GDPDJB 1–5: ≤2°, 2–6°, 6–15°, 15–25°, >25°; 0 where not cultivated */
  slopeLevel: Uint8Array
  /** villager group, from 1; 0 where the village or the state holds the land */
  group: Uint8Array
  /** index into PLANTING; 0 none */
  planting: Uint8Array
}

export const PLANTING: readonly (readonly [code: string, name: string] | undefined)[] = [
  undefined,
  ['LS', '种植粮食作物'],
  ['FLS', '种植非粮食作物'],
  ['LYFL', '粮与非粮轮作'],
  ['WG', '未耕种'],
  ['JKHF', '即可恢复'],
  ['GCHF', '工程恢复'],
]

const CULTIVATED = /^010[123]$/
/** Land that villager groups hold; the rest is held by the village as a whole. */
const GROUP_LAND = /^(01|02|0702|1202|1104)/

export function slopeLevel(degrees: number): number {
  return degrees <= 2 ? 1 : degrees <= 6 ? 2 : degrees <= 15 ? 3 : degrees <= 25 ? 4 : 5
}

export function collectFacts(land: Land, seed: number): Facts {
  const count = land.mesh.faceCount
  const facts: Facts = {
    slopeLevel: new Uint8Array(count),
    group: new Uint8Array(count),
    planting: new Uint8Array(count),
  }
  const noise = createNoise(seed ^ 0x4444)
  for (let face = 0; face < count; face++) {
    const code = land.classOf[face]!
    const cell = land.measure(face)
    const crop = noise(cell.cx / 260, cell.cy / 260)
    if (CULTIVATED.test(code)) {
      // Paddies are levelled: water stands in them (slope class 1 on the plain, 2 at most on terraces).
      const level = slopeLevel(land.relief.slope(cell.cx, cell.cy))
      facts.slopeLevel[face] = code === '0101' || code === '0102' ? Math.min(level, 2) : level
      facts.planting[face] = crop > 0.28 ? 2 : crop > 0.18 ? 3 : crop < -0.42 ? 4 : 1
    } else if (/^(0201|0202|0204)$/.test(code)) facts.planting[face] = crop > 0.1 ? 5 : crop < -0.2 ? 6 : 0
    else if (code === '0307' || code === '1104A') facts.planting[face] = code === '0307' && crop > 0.15 ? 6 : 0
    if (GROUP_LAND.test(code) && !land.noteOf.get(face)?.user) facts.group[face] = groupAt(land, face, cell.cx, cell.cy)
  }
  return facts
}

/** Groups are patches of country about 600 m across, numbered within the village. */
function groupAt(land: Land, face: number, x: number, y: number): number {
  const column = Math.floor(x / 620 + 0.3 * Math.sin(y / 300))
  const row = Math.floor(y / 620 + 0.3 * Math.sin(x / 300))
  const village = land.villageOf[face]!
  return ((((column * 3 + row * 5 + village) % 9) + 9) % 9) + 1
}

export function signatureOf(land: Land, facts: Facts): (face: number) => string {
  return (face) => {
    const note = land.noteOf.get(face)
    return `${land.classOf[face]} ${facts.group[face]} ${facts.slopeLevel[face]} ${facts.planting[face]} ${note?.built ?? ''} ${note?.width ?? ''}`
  }
}
