import type { Position } from '../../kernel/geometry/types.ts'
import { createNoise, smoothstep } from './noise.ts'
import type { Relief } from './relief.ts'

/** Centre of the county in EPSG:4524 (CGCS2000, 3° zone 36 with prefix). */
export const CENTRE: Position = [36478500, 3650500]

/** Maps drawing space (straight lines, metres about the centre) to the ground, bending everything alike. */
export type Warp = (x: number, y: number) => Position

/**
 * Two steps, each a bijection, so a valid drawing stays a valid map: a meander that only moves y, by less than y itself
 * changes, and a noise displacement whose gradient stays below 1 in sum (amplitude × 3 / wavelength per octave).
 */
export function createWarp(relief: Relief, seed: number): Warp {
  const octaves = [
    { amplitude: 480, wavelength: 5200 },
    { amplitude: 100, wavelength: 760 },
    { amplitude: 6.5, wavelength: 130 },
  ].map((octave, i) => ({ ...octave, east: createNoise(seed + 11 * i + 1), north: createNoise(seed + 11 * i + 7) }))
  return (x, y) => {
    const bent = y + meander(relief, x, y)
    const calm = 0.35 + 0.65 * smoothstep(200, 2200, relief.riverDistance(x, y))
    let east = x
    let north = bent
    octaves.forEach((octave, i) => {
      const amplitude = octave.amplitude * (i === 0 ? 1 : calm)
      east += amplitude * octave.east(x / octave.wavelength, y / octave.wavelength)
      north += amplitude * octave.north(x / octave.wavelength, y / octave.wavelength)
    })
    return [CENTRE[0] + east, CENTRE[1] + north]
  }
}

/** The river swings in its valley, and the valley with it; the swing fades out towards the ridges. */
function meander(relief: Relief, x: number, y: number): number {
  let swing = 0
  relief.rivers.forEach((river, i) => {
    const away = (y - river.y0 - river.slope * x) / 1300
    if (Math.abs(away) > 4) return
    const phase = 1.7 * i
    const wave =
      170 * Math.sin((x * 2 * Math.PI) / 2700 + phase) + 70 * Math.sin((x * 2 * Math.PI) / 1130 + 2.2 * phase + 1)
    swing += wave * Math.exp(-0.5 * away * away)
  })
  return swing
}
