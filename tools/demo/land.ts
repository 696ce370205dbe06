import { type Cell, measureCell } from './cell.ts'
import { cutByLine, cutStrip, type Line } from './cut.ts'
import { Mesh } from './mesh.ts'
import type { Random } from './random.ts'
import type { Relief } from './relief.ts'
import type { CountyPlan } from './sizes.ts'

/** What is known of a face beyond its shape. */
export type FaceNote = {
  /** width of a linear feature, metres (XZDWKD) */
  width?: number
  /** CZCSXM: 202 town, 203 village, 203A factory apart, 205 special */
  built?: string
  /** state-owned: who uses it */
  user?: string
}

/** A building plot as it was before neighbours were merged: a convex ring in drawing space. */
export type Plot = { village: number; code: string; ring: [number, number][]; face: number }

export type Seat = { x: number; y: number; radius: number; town: number }

/** The county being drawn: the mesh and, per face, its land class and village. */
export class Land {
  readonly mesh = new Mesh()
  /** DLBM per face; undefined while a face is still to be divided */
  readonly classOf: (string | undefined)[] = []
  readonly villageOf: number[] = []
  readonly noteOf = new Map<number, FaceNote>()
  readonly plots: Plot[] = []
  readonly seats: Seat[] = []
  /** town index of every village */
  readonly townOf: number[] = []
  readonly plan: CountyPlan
  readonly relief: Relief
  readonly random: Random

  constructor(plan: CountyPlan, relief: Relief, random: Random) {
    this.plan = plan
    this.relief = relief
    this.random = random
  }

  measure(face: number): Cell {
    return measureCell(this.mesh, face)
  }

  cut(face: number, line: Line, minArea: number): [number, number] | undefined {
    const parts = cutByLine(this.mesh, face, line, minArea)
    if (parts) this.villageOf[parts[0]] = this.villageOf[face]!
    return parts
  }

  /** Lays a strip of a class across a face; returns the two sides. */
  strip(
    face: number,
    line: Line,
    width: number,
    code: string,
    minArea: number,
    note: FaceNote = {},
  ): [number, number] | undefined {
    const village = this.villageOf[face]!
    const parts = cutStrip(this.mesh, face, line, width, minArea)
    if (!parts) return undefined
    const [left, strip, right] = parts
    for (const part of [left, right]) this.villageOf[part] = village
    if (strip >= 0) {
      this.villageOf[strip] = village
      this.settle(strip, code, { width: Math.round(width * 10) / 10, ...note })
    }
    return [left, right]
  }

  /** Gives a face its land class. */
  settle(face: number, code: string, note?: FaceNote): void {
    this.classOf[face] = code
    if (note) this.noteOf.set(face, note)
  }

  /** Puts an island of a class into a face. */
  island(face: number, ring: [number, number][], code: string, note?: FaceNote): number {
    const island = this.mesh.punch(face, ring)
    this.villageOf[island] = this.villageOf[face]!
    this.settle(island, code, note)
    return island
  }

  /** Gives a building face its class and remembers the plot for parcels and buildings. */
  build(face: number, code: string, built: string, user?: string): void {
    this.settle(face, code, user === undefined ? { built } : { built, user })
    const ring = this.mesh.cycle(face).map((h): [number, number] => {
      const v = this.mesh.origin[h]!
      return [this.mesh.x[v]!, this.mesh.y[v]!]
    })
    this.plots.push({ village: this.villageOf[face]!, code, ring, face })
  }

  seatAt(x: number, y: number): Seat | undefined {
    return this.seats.find((seat) => Math.hypot(x - seat.x, y - seat.y) < seat.radius)
  }
}
