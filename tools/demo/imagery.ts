import { hashLattice } from './noise.ts'

export type Colour = [r: number, g: number, b: number]

type Texture = (x: number, y: number) => number

/** Value in [0, 1) per square of the given size, metres. */
const speckle = (size: number, seed: number): Texture => {
  const scale = 1 / size
  return (x, y) => (hashLattice(Math.floor(x * scale), Math.floor(y * scale), seed) & 0xffff) / 65536
}

const COS = [Math.cos(0.35), Math.cos(1.75)] as const
const SIN = [Math.sin(0.35), Math.sin(1.75)] as const
const turn = speckle(170, 31)

/** Rows of crops or trees, 0–1 across the row direction, which changes from one square of country to the next. */
const rows = (spacing: number): Texture => {
  const pulse = (2 * Math.PI) / spacing
  return (x, y) => {
    const k = turn(x, y) < 0.5 ? 0 : 1
    return 0.5 + 0.5 * Math.sin((x * COS[k] + y * SIN[k]) * pulse)
  }
}

const fine = speckle(1.6, 3)
const crowns = speckle(5.5, 5)
const patches = speckle(24, 9)
const ripple = speckle(6, 21)
const roofs = speckle(11, 13)
const bigRoofs = speckle(34, 17)

/** Strips of one crop, 19 m by 64 m along the rows: what one family tills. */
const strips: Texture = (x, y) => {
  const k = turn(x, y) < 0.5 ? 0 : 1
  const along = Math.floor((x * SIN[k] - y * COS[k]) / 64)
  return (hashLattice(Math.floor((x * COS[k] + y * SIN[k]) / 19), along, 47 + k) & 0xffff) / 65536
}

/** A base colour, and by how much fine grain, a pattern and crop strips may lighten or darken it. */
type Look = {
  base: Colour
  grain: number
  pattern?: Texture
  depth?: number
  strips?: number
  tint?: (x: number, y: number) => Colour
}

const PAVED: Colour = [150, 148, 136]
const ROOFS: Colour[] = [
  [168, 150, 140],
  [142, 146, 152],
  [176, 118, 96],
  [196, 190, 182],
  [108, 118, 138],
]
const SHEDS: Colour[] = [
  [122, 150, 182],
  [206, 208, 206],
  [158, 96, 84],
]
const roofAt = (x: number, y: number): Colour =>
  roofs(x, y) < 0.35 ? PAVED : ROOFS[Math.floor(roofs(x + 7.3, y + 3.1) * ROOFS.length)]!
const shedAt = (x: number, y: number): Colour =>
  bigRoofs(x, y) < 0.3 ? PAVED : SHEDS[Math.floor(bigRoofs(x + 5, y) * SHEDS.length)]!

const LOOKS: Record<string, Look> = {
  '0101': { base: [126, 146, 88], grain: 9, pattern: rows(5), depth: 7, strips: 16 },
  '0102': { base: [142, 152, 98], grain: 11, pattern: rows(4), depth: 13, strips: 30 },
  '0103': { base: [164, 152, 108], grain: 13, pattern: rows(4.5), depth: 15, strips: 26 },
  '02': { base: [98, 122, 72], grain: 14, pattern: rows(7), depth: 26, strips: 8 },
  '0202': { base: [88, 120, 70], grain: 8, pattern: rows(3.2), depth: 22, strips: 8 },
  '03': { base: [54, 82, 50], grain: 10, pattern: crowns, depth: 34 },
  '0305': { base: [84, 104, 66], grain: 16, pattern: crowns, depth: 22 },
  '0307': { base: [96, 116, 74], grain: 18, pattern: crowns, depth: 18 },
  '04': { base: [132, 142, 96], grain: 16, pattern: patches, depth: 14 },
  '05': { base: PAVED, grain: 12, tint: shedAt },
  '06': { base: PAVED, grain: 10, tint: shedAt },
  '07': { base: PAVED, grain: 16, tint: roofAt },
  '08': { base: PAVED, grain: 12, tint: roofAt },
  '0810': { base: [96, 132, 82], grain: 14, pattern: crowns, depth: 24 },
  '0810A': { base: [188, 182, 170], grain: 8 },
  '09': { base: [120, 124, 100], grain: 16 },
  '10': { base: [176, 172, 164], grain: 8 },
  '1003': { base: [120, 120, 122], grain: 7 },
  '1006': { base: [190, 182, 162], grain: 10 },
  '11': { base: [70, 96, 98], grain: 3, pattern: ripple, depth: 4 },
  '1101': { base: [96, 118, 108], grain: 4, pattern: ripple, depth: 5 },
  '1202': { base: [206, 210, 212], grain: 6, pattern: rows(9), depth: 40 },
  '12': { base: [184, 166, 132], grain: 16, pattern: patches, depth: 12 },
}

function lookOf(dlbm: string): Look {
  return LOOKS[dlbm] ?? LOOKS[dlbm.slice(0, 4)] ?? LOOKS[dlbm.slice(0, 2)] ?? LOOKS['12']!
}

/** Writes the colour of a ground position (EPSG:4524 metres) into `out`; no allocation, for the inner loop of a tile. */
export type Painter = (x: number, y: number, out: Float64Array) => void

/** Paints land of a class as an orthophoto of about half a metre might show it; `seed` tells neighbouring patches apart. */
export function painterOf(dlbm: string, seed = 0): Painter {
  const { base, tint, grain, pattern, depth = 0, strips: contrast = 0 } = lookOf(dlbm)
  const own = seed === 0 || tint || dlbm.startsWith('1') ? 0 : ((hashLattice(seed, 1, 7) & 0xff) / 255 - 0.5) * 16
  return (x, y, out) => {
    const [red, green, blue] = tint ? tint(x, y) : base
    let light = own + (fine(x, y) - 0.5) * 2 * grain
    if (pattern) light += (pattern(x, y) - 0.5) * depth
    if (contrast > 0) light += (strips(x, y) - 0.5) * contrast
    out[0] = red + light
    out[1] = green + light
    out[2] = blue + light * 0.8
  }
}
