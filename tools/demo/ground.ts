import Flatbush from 'flatbush'
import type { Polygon, Position } from '../../kernel/geometry/types.ts'
import { isCultivated } from './classes.ts'
import { type ControlLines, isBasicFarmland } from './control-lines.ts'
import type { DrawnLand } from './draw-land.ts'
import { intersectionArea } from './intersection-area.ts'
import { polygonArea } from './outline.ts'

/** What lies under a polygon, planar m². */
export type Under = {
  area: number
  /** by DLBM */
  classes: Map<string, number>
  /** 耕地, gross of field ridges */
  farmland: number
  basicFarmland: number
  redline: number
  villages: Set<number>
}

/** Answers what lies under a polygon of the demo county, by its own arithmetic (not the overlay engine). */
export class Ground {
  readonly drawn: DrawnLand
  readonly lines: ControlLines
  private readonly index: Flatbush
  private readonly faces: number[] = []
  private readonly redlines: Polygon[]
  private readonly seen = new Map<number, { polygon: Polygon; basic: boolean }>()

  constructor(drawn: DrawnLand, lines: ControlLines) {
    this.drawn = drawn
    this.lines = lines
    const { mesh } = drawn.land
    for (let face = 0; face < mesh.faceCount; face++) if (mesh.faceEdge[face]! >= 0) this.faces.push(face)
    this.index = new Flatbush(this.faces.length)
    for (const face of this.faces) this.index.add(...this.box(face))
    this.index.finish()
    this.redlines = lines.redlines.map(({ shape }) => [drawn.outline.bentRing(shape)])
  }

  /** A living face drawn at random. */
  faceAt(fraction: number): number {
    return this.faces[Math.floor(fraction * this.faces.length)]!
  }

  /** Box of a face's corners, widened by what its edges may bulge. */
  private box(face: number): [number, number, number, number] {
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const h of this.drawn.land.mesh.cycle(face)) {
      const [x, y] = this.drawn.outline.vertex(this.drawn.land.mesh.origin[h]!)
      box[0] = Math.min(box[0], x - 20)
      box[1] = Math.min(box[1], y - 20)
      box[2] = Math.max(box[2], x + 20)
      box[3] = Math.max(box[3], y + 20)
    }
    return box
  }

  /** A face's polygon and standing, kept: places near each other ask for the same faces. */
  private face(face: number): { polygon: Polygon; basic: boolean } {
    let known = this.seen.get(face)
    if (!known) {
      known = { polygon: this.drawn.outline.polygon(face), basic: isBasicFarmland(this.drawn, this.lines, face) }
      this.seen.set(face, known)
    }
    return known
  }

  under(polygon: Polygon): Under {
    const { land } = this.drawn
    const result: Under = {
      area: polygonArea(polygon),
      classes: new Map(),
      farmland: 0,
      basicFarmland: 0,
      redline: 0,
      villages: new Set(),
    }
    for (const place of this.index.search(...boxOf(polygon))) {
      const face = this.faces[place]!
      const known = this.face(face)
      const area = intersectionArea(polygon, known.polygon)
      if (area < 0.005) continue
      const code = land.classOf[face]!
      result.classes.set(code, (result.classes.get(code) ?? 0) + area)
      result.villages.add(land.villageOf[face]!)
      if (isCultivated(code)) result.farmland += area
      if (known.basic) result.basicFarmland += area
    }
    for (const redline of this.redlines)
      if (boxesMeet(boxOf(redline), boxOf(polygon))) result.redline += intersectionArea(polygon, redline)
    return result
  }
}

export function boxOf(polygon: Polygon): [number, number, number, number] {
  const outer: Position[] = polygon[0]!
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of outer) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

export function boxesMeet(a: readonly number[], b: readonly number[]): boolean {
  return a[0]! <= b[2]! && b[0]! <= a[2]! && a[1]! <= b[3]! && b[1]! <= a[3]!
}

/** Share of an area that has one of the classes. */
export function shareOf(under: Under, test: (code: string) => boolean): number {
  let sum = 0
  for (const [code, area] of under.classes) if (test(code)) sum += area
  return sum / under.area
}
