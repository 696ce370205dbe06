import Flatbush from 'flatbush'
import { nearestOnSegment } from '../../../../../kernel/geometry/edit/nearest-on-segment.ts'
import type { MultiPolygon, Position } from '../../../../../kernel/geometry/types.ts'

/** Where a finger's place goes: onto a corner that is there, onto an edge, or nowhere else than it is. Metres. */
export type Snap = { at: Position; kind: 'corner' | 'edge' | 'free' }

/** Corners and edges that what is drawn may be fitted to. */
export class SnapGround {
  readonly #edges: [Position, Position][] = []
  readonly #index: Flatbush | undefined

  constructor(geometries: readonly MultiPolygon[]) {
    for (const ring of geometries.flat(2))
      for (let i = 1; i < ring.length; i++) this.#edges.push([ring[i - 1]!, ring[i]!])
    if (this.#edges.length === 0) return
    this.#index = new Flatbush(this.#edges.length)
    for (const [a, b] of this.#edges)
      this.#index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
    this.#index.finish()
  }

  get size(): number {
    return this.#edges.length
  }

  /**
   * The nearest corner within the tolerance (metres), else the nearest place on an edge, else the place itself. A corner is
   * taken to the last bit, so that two plots drawn to it have it in common.
   */
  snap(place: Position, tolerance: number): Snap {
    const [x, y] = place
    const near = this.#index?.search(x - tolerance, y - tolerance, x + tolerance, y + tolerance) ?? []
    let corner: Position | undefined
    let edge: Position | undefined
    let toCorner = tolerance
    let toEdge = tolerance
    for (const number of near) {
      const [a, b] = this.#edges[number]!
      for (const end of [a, b]) {
        const away = Math.hypot(end[0] - x, end[1] - y)
        if (away <= toCorner) [corner, toCorner] = [end, away]
      }
      const { at, distance } = nearestOnSegment(place, a, b)
      if (distance <= toEdge) [edge, toEdge] = [at, distance]
    }
    if (corner) return { at: [...corner], kind: 'corner' }
    return edge ? { at: [...edge], kind: 'edge' } : { at: place, kind: 'free' }
  }
}

/** Metres a pixel of the screen covers; MapLibre's zoom 0 shows the world in 512 pixels. */
export const metresPerPixel = (zoom: number, latitude: number): number =>
  (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom)

/** A fingertip's precision. */
export const SNAP_PIXELS = 18
