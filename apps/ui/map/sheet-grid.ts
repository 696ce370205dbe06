import type { Position } from '../../../kernel/geometry/types.ts'
import { roundBelow } from './map-scale.ts'

/** A point of the frame in pixels, and what is written there. */
export type Tick = { at: Position; label: string }
export type SheetGrid = { crosses: Position[]; bottom: Tick[]; top: Tick[]; left: Tick[]; right: Tick[] }

type Frame = {
  width: number
  height: number
  /** Denominator of the scale. */
  scale: number
  /** Metres of the working system (easting, northing) at a pixel of the frame, and back. */
  metresAt: (pixel: Position) => Position
  pixelAt: (metres: Position) => Position
}

/** Metres between two grid lines: ten centimetres of paper at most. */
export const gridStep = (scale: number): number => roundBelow(scale * 0.1)

/** Kilometres with as many decimals as the step needs. */
const labelOf = (metres: number, step: number) =>
  (metres / 1000).toFixed(step >= 1000 ? 0 : Math.ceil(-Math.log10(step / 1000)))

const between = (a: number, b: number, step: number): number[] => {
  const first = Math.ceil(Math.min(a, b) / step)
  const count = Math.floor(Math.max(a, b) / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step)
}

/** The share of the way 0…1 at which a steadily growing or falling value is reached. */
function shareOf(value: (share: number) => number, target: number): number {
  const isGrowing = value(1) > value(0)
  let [low, high] = [0, 1]
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (value(middle) < target === isGrowing) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The kilometre grid of a sheet: where its lines meet the frame, and where they cross within. */
export function sheetGrid({ width, height, scale, metresAt, pixelAt }: Frame): SheetGrid {
  const step = gridStep(scale)
  const along = (pixelOf: (share: number) => Position, axis: 0 | 1): Tick[] => {
    const value = (share: number) => metresAt(pixelOf(share))[axis]
    return between(value(0), value(1), step).map((metres) => ({
      at: pixelOf(shareOf(value, metres)),
      label: labelOf(metres, step),
    }))
  }
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ].map((corner) => metresAt(corner as unknown as Position))
  const range = (axis: 0 | 1) => corners.map((corner) => corner[axis])
  const lines = (axis: 0 | 1) => between(Math.min(...range(axis)), Math.max(...range(axis)), step)
  const crosses = lines(0)
    .flatMap((easting) => lines(1).map((northing) => pixelAt([easting, northing])))
    .filter(([x, y]) => x > 0 && x < width && y > 0 && y < height)
  return {
    crosses,
    bottom: along((share) => [share * width, height], 0),
    top: along((share) => [share * width, 0], 0),
    left: along((share) => [0, share * height], 1),
    right: along((share) => [width, share * height], 1),
  }
}
