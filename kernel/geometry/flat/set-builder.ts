import type { MultiPolygon, Position } from '../types.ts'
import { Growing } from './growing.ts'
import type { PolygonSet } from './polygon-set.ts'

/** No place on earth in any unit; beyond it products of coordinates overflow one day. */
const FARTHEST_COORDINATE = 1e15

/** Which memory the arrays of a set lie in; `shared` ones can be read by several threads without a copy. */
export type SetMemory = 'own' | 'shared'

/**
 * What the builder had to do to a ring as drawn, for the quality check: closed it (measure: the gap in m), dropped it
 * because it has no area to have (0), turned a hole that ran the same way as its outer ring (area in m²).
 */
export type RingNotice = {
  feature: number
  kind: 'ring-closed' | 'tiny-ring' | 'ring-direction'
  measure: number
  at: Position
}

/**
 * Fills a `PolygonSet` feature by feature. Rings are closed and given their direction here; whether they cross is not
 * looked at (`isSound`). Vertices are taken as they are, to the last bit.
 */
export class SetBuilder {
  readonly #coordinates: Growing<Float64Array>
  readonly #rings: Growing<Uint32Array>
  readonly #parts: Growing<Uint32Array>
  readonly #features: Growing<Uint32Array>
  readonly #boxes: Growing<Float64Array>
  /** In the order of the features. */
  readonly notices: RingNotice[] = []
  #ringsOfPart = 0
  /** Double area of the outer ring of the part as drawn; 0 where it was dropped. */
  #outer = 0
  #start = 0

  /** @param vertices how many are expected; only saves growing */
  constructor(memory: SetMemory = 'own', vertices = 0) {
    const bytes = (size: number) => (memory === 'shared' ? new SharedArrayBuffer(size) : new ArrayBuffer(size))
    const doubles = (size: number) => new Float64Array(bytes(size * 8)) as Float64Array
    const whole = (size: number) => new Uint32Array(bytes(size * 4)) as Uint32Array
    this.#coordinates = new Growing(doubles, 2 * vertices)
    this.#rings = new Growing(whole, vertices / 16)
    this.#parts = new Growing(whole, vertices / 20)
    this.#features = new Growing(whole, vertices / 20)
    this.#boxes = new Growing(doubles, vertices / 5)
  }

  beginFeature(): void {
    this.#features.push(this.#parts.length)
    this.#start = this.#coordinates.length
  }

  beginPart(): void {
    this.#parts.push(this.#rings.length)
    this.#ringsOfPart = 0
  }

  /**
   * Room for a ring of so many vertices: write x, y pairs from the place returned, then call `endRing`.
   */
  ringRoom(vertices: number): { data: Float64Array; at: number } {
    return { data: this.#coordinates.room(2 * vertices + 2), at: this.#coordinates.length }
  }

  /**
   * Takes the ring just written. An open ring is closed; one of fewer than three different places in a row is dropped,
   * with the holes of the part if it is the outer one.
   * @throws RangeError when a coordinate is not finite
   */
  endRing(vertices: number): void {
    const { data, at } = this.ringRoom(vertices)
    const isOuter = this.#ringsOfPart++ === 0
    if (vertices === 0) return
    let count = vertices
    const last = at + 2 * (vertices - 1)
    const gap = Math.hypot(data[at]! - data[last]!, data[at + 1]! - data[last + 1]!)
    if (gap > 0) {
      this.#notice('ring-closed', gap, data, last)
      data[last + 2] = data[at]!
      data[last + 3] = data[at + 1]!
      count++
    }
    const area = signedDoubleArea(data, at, count)
    if (!Number.isFinite(area)) throw new RangeError('a coordinate is not finite')
    if (count < 4) this.#notice('tiny-ring', 0, data, at)
    if (isOuter) this.#outer = count < 4 ? 0 : area || Number.MIN_VALUE
    if (count < 4 || this.#outer === 0) return
    if (!isOuter && area > 0 === this.#outer > 0 && area !== 0) {
      this.#notice('ring-direction', Math.abs(area) / 2, data, at)
    }
    if (area > 0 !== isOuter) reverse(data, at, count)
    this.#rings.push(this.#coordinates.length / 2)
    this.#coordinates.length += 2 * count
  }

  #notice(kind: RingNotice['kind'], measure: number, data: Float64Array, at: number): void {
    this.notices.push({ feature: this.#features.length - 1, kind, measure, at: [data[at]!, data[at + 1]!] })
  }

  /** @throws RangeError when a coordinate is farther out than `FARTHEST_COORDINATE` */
  endFeature(): void {
    const data = this.#coordinates.room(0)
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = this.#start; i < this.#coordinates.length; i += 2) {
      const x = data[i]!
      const y = data[i + 1]!
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
    if (Math.max(-minX, -minY, maxX, maxY) > FARTHEST_COORDINATE) throw new RangeError('a coordinate is too far out')
    for (const side of [minX, minY, maxX, maxY]) this.#boxes.push(side)
  }

  add(geometry: MultiPolygon): this {
    this.beginFeature()
    for (const polygon of geometry) {
      this.beginPart()
      for (const ring of polygon) {
        const { data, at } = this.ringRoom(ring.length)
        for (let i = 0; i < ring.length; i++) {
          data[at + 2 * i] = ring[i]![0]
          data[at + 2 * i + 1] = ring[i]![1]
        }
        this.endRing(ring.length)
      }
    }
    this.endFeature()
    return this
  }

  /** A feature of another set as it stands there. */
  addFrom({ coordinates, ringStart, partStart, featureStart }: PolygonSet, feature: number): this {
    this.beginFeature()
    for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
      this.beginPart()
      for (let r = partStart[p]!; r < partStart[p + 1]!; r++) {
        const vertices = ringStart[r + 1]! - ringStart[r]!
        const { data, at } = this.ringRoom(vertices)
        data.set(coordinates.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!), at)
        this.endRing(vertices)
      }
    }
    this.endFeature()
    return this
  }

  /** The set; the builder is spent. */
  finish(): PolygonSet {
    this.#features.push(this.#parts.length)
    this.#parts.push(this.#rings.length)
    this.#rings.push(this.#coordinates.length / 2)
    return {
      coordinates: this.#coordinates.view(),
      ringStart: this.#rings.view(),
      partStart: this.#parts.view(),
      featureStart: this.#features.view(),
      boxes: this.#boxes.view(),
    }
  }
}

/** Twice the area, relative to the first vertex, positive counter-clockwise. */
function signedDoubleArea(data: Float64Array, at: number, vertices: number): number {
  const x0 = data[at]!
  const y0 = data[at + 1]!
  let sum = 0
  let px = 0
  let py = 0
  for (let i = 1; i < vertices; i++) {
    const x = data[at + 2 * i]! - x0
    const y = data[at + 2 * i + 1]! - y0
    sum += px * y - x * py
    px = x
    py = y
  }
  return sum
}

function reverse(data: Float64Array, at: number, vertices: number): void {
  for (let i = at, j = at + 2 * (vertices - 1); i < j; i += 2, j -= 2) {
    const x = data[i]!
    const y = data[i + 1]!
    data[i] = data[j]!
    data[i + 1] = data[j + 1]!
    data[j] = x
    data[j + 1] = y
  }
}
