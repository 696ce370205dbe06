import { createNoise, type Noise, smoothstep } from './noise.ts'
import type { CountyPlan } from './sizes.ts'

/** A straight line in drawing space: through (0, y0) with the given slope. The warp turns it into a bending river. */
export type RiverLine = { y0: number; slope: number }

/** Analytic terrain of the county, in drawing-space metres: valleys along the rivers, hills between them. */
export type Relief = {
  rivers: RiverLine[]
  riverDistance(x: number, y: number): number
  height(x: number, y: number): number
  /** degrees */
  slope(x: number, y: number): number
  /** direction of the contour line, radians */
  contour(x: number, y: number): number
}

const STEP = 12

function layRivers(plan: CountyPlan, seed: number): RiverLine[] {
  const count = Math.max(1, Math.round(plan.height / plan.riverSpacing))
  return Array.from({ length: count }, (_, i) => {
    const y0 = (i - (count - 1) / 2) * plan.riverSpacing + (((seed >>> (i * 3)) & 7) / 7 - 0.5) * 500
    return { y0, slope: ((i % 2 === 0 ? 1 : -1) * 500) / plan.width }
  })
}

function heightAt(broad: Noise, fine: Noise, distance: number, x: number, y: number): number {
  const valley = smoothstep(420, 1900, distance)
  // Far from the rivers some country is mountain, some stays hilly: whole slopes of forest there, farms here.
  const rugged = smoothstep(1500, 3400, distance) * smoothstep(-0.25, 0.3, fine(x / 6100 + 9.7, y / 6100))
  const hills = 120 + (215 + 330 * rugged) * broad(x / 1500, y / 1500) + 75 * fine(x / 520, y / 520)
  return 465 + 0.004 * distance + valley * hills
}

export function createRelief(plan: CountyPlan, seed: number): Relief {
  const rivers = layRivers(plan, seed)
  const broad = createNoise(seed ^ 0x51ed)
  const fine = createNoise(seed ^ 0x2c1b)
  const riverDistance = (x: number, y: number) => {
    let nearest = Number.POSITIVE_INFINITY
    for (const river of rivers) nearest = Math.min(nearest, Math.abs(y - river.y0 - river.slope * x))
    return nearest
  }
  const height = (x: number, y: number) => heightAt(broad, fine, riverDistance(x, y), x, y)
  const gradient = (x: number, y: number): [number, number] => [
    (height(x + STEP, y) - height(x - STEP, y)) / (2 * STEP),
    (height(x, y + STEP) - height(x, y - STEP)) / (2 * STEP),
  ]
  return {
    rivers,
    riverDistance,
    height,
    slope: (x, y) => (Math.atan(Math.hypot(...gradient(x, y))) * 180) / Math.PI,
    contour: (x, y) => {
      const [gx, gy] = gradient(x, y)
      return Math.atan2(gx, -gy)
    },
  }
}
