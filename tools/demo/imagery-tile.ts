import type { Polygon } from '../../kernel/geometry/types.ts'
import { type Colour, painterOf } from './imagery.ts'

/** Land to paint: its class and polygons in pixels of the tile (x right, y down). Later items lie over earlier ones. `seed` tells patches of a class apart. */
export type Painted = { dlbm: string; polygons: Polygon[]; seed?: number }

export type Tile = {
  width: number
  height: number
  /** ground position (EPSG:4524) of a pixel: x = a·px + b·py + c, y = d·px + e·py + f */
  ground: [a: number, b: number, c: number, d: number, e: number, f: number]
}

/** Ground without data: pale haze. */
const EMPTY: Colour = [226, 224, 218]

/**
 * A procedural orthophoto as RGBA bytes: fields with rows, crowns, roofs, water. Before and after a change are two calls: the
 * patches alone, then the patches followed by what `changedLand` gives.
 */
export function paintImagery({ width, height, ground }: Tile, items: Iterable<Painted>): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < pixels.length; i += 4) pixels.set([...EMPTY, 255], i)
  const [a, b, c, d, e, f] = ground
  const colour = new Float64Array(3)
  for (const { dlbm, polygons, seed } of items) {
    const paint = painterOf(dlbm, seed)
    for (const polygon of polygons) {
      fillSpans(polygon, width, height, (row, from, to) => {
        for (let px = from; px < to; px++) {
          paint(a * px + b * row + c, d * px + e * row + f, colour)
          const at = (row * width + px) * 4
          pixels[at] = colour[0]!
          pixels[at + 1] = colour[1]!
          pixels[at + 2] = colour[2]!
        }
      })
    }
  }
  return pixels
}

/** Runs of pixels whose centres lie inside the polygon (even-odd). */
function fillSpans(
  polygon: Polygon,
  width: number,
  height: number,
  span: (row: number, from: number, to: number) => void,
): void {
  let [top, bottom] = [Infinity, -Infinity]
  for (const [, y] of polygon[0]!) {
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  for (let row = Math.max(0, Math.floor(top)); row <= Math.min(height - 1, bottom); row++) {
    const crossings = crossingsAt(polygon, row + 0.5)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      span(row, Math.max(0, Math.ceil(crossings[i]! - 0.5)), Math.min(width, Math.ceil(crossings[i + 1]! - 0.5)))
    }
  }
}

function crossingsAt(polygon: Polygon, y: number): number[] {
  const crossings: number[] = []
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!
      const [bx, by] = ring[i]!
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
    }
  }
  return crossings.sort((p, q) => p - q)
}
