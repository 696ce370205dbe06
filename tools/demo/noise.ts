/** Gradient noise in about [-0.7, 0.7] at unit wavelength; smooth, so that mapped lines stay smooth. */
export type Noise = (x: number, y: number) => number

const GRADIENT_X = new Float64Array(64)
const GRADIENT_Y = new Float64Array(64)
for (let i = 0; i < 64; i++) {
  GRADIENT_X[i] = Math.cos((i / 64) * 2 * Math.PI)
  GRADIENT_Y[i] = Math.sin((i / 64) * 2 * Math.PI)
}

/** 32-bit hash of a lattice point. */
export function hashLattice(ix: number, iy: number, seed: number): number {
  let h = Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1) ^ seed
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The lattice gradient at (ix, iy) dotted with the offset from it. */
function corner(ix: number, iy: number, seed: number, dx: number, dy: number): number {
  const k = hashLattice(ix, iy, seed) & 63
  return GRADIENT_X[k]! * dx + GRADIENT_Y[k]! * dy
}

const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10)

export function createNoise(seed: number): Noise {
  return (x, y) => {
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    const dx = x - ix
    const dy = y - iy
    const u = fade(dx)
    const bottom = corner(ix, iy, seed, dx, dy)
    const top = corner(ix, iy + 1, seed, dx, dy - 1)
    const low = bottom + u * (corner(ix + 1, iy, seed, dx - 1, dy) - bottom)
    const high = top + u * (corner(ix + 1, iy + 1, seed, dx - 1, dy - 1) - top)
    return low + fade(dy) * (high - low)
  }
}

export const clamp01 = (t: number) => Math.max(0, Math.min(1, t))

export function smoothstep(low: number, high: number, value: number): number {
  const t = clamp01((value - low) / (high - low))
  return t * t * (3 - 2 * t)
}
