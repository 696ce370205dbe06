import type { Land } from './land.ts'
import type { Outline } from './outline.ts'
import { polygonArea } from './outline.ts'

const LINEAR = new Set(['1003', '1004', '1006', '1101', '1107', '1107A'])
const BUILT = /^(05|06|07|08|09|100[345]|1109|1201|1202)/
const FARM = /^(01|02|03|1006|1103|1104|1107)/

/** Minimum mapped area by class, m² (TD/T 1055): 200 built and facility, 400 agricultural, 600 other. */
export function minimumArea(code: string): number {
  return BUILT.test(code) ? 200 : FARM.test(code) ? 400 : 600
}

/** Faces of one class may grow by joining to about this size, m². */
function largest(code: string): number {
  if (code.startsWith('03')) return 90000
  if (code === '1006') return 12000
  if (LINEAR.has(code)) return 0
  if (BUILT.test(code)) return 12000
  return code.startsWith('04') || code === '1206' ? 40000 : 15000
}

/** Joins faces that are too small to map, then neighbours that the survey would draw as one patch. */
export class Tidy {
  private readonly areas: Float64Array
  private readonly land: Land
  private readonly outline: Outline
  private readonly signature: (face: number) => string

  constructor(land: Land, outline: Outline, signature: (face: number) => string) {
    this.land = land
    this.outline = outline
    this.signature = signature
    this.areas = new Float64Array(land.mesh.faceCount)
  }

  run(): void {
    const { mesh } = this.land
    for (let f = 0; f < mesh.faceCount; f++) this.areas[f] = polygonArea(this.outline.polygon(f))
    for (let f = 0; f < mesh.faceCount; f++) if (mesh.faceEdge[f]! >= 0) this.grow(f)
    for (let f = 0; f < mesh.faceCount; f++) if (mesh.faceEdge[f]! >= 0) this.absorb(f)
  }

  private alive(face: number): boolean {
    return face >= 0 && this.land.mesh.faceEdge[face]! >= 0
  }

  /** Neighbours in the same village with the length of border shared, in drawing metres. */
  private neighbours(face: number): Map<number, number> {
    const { mesh, villageOf } = this.land
    const shared = new Map<number, number>()
    for (const h of mesh.cycle(face)) {
      const other = mesh.face[h ^ 1]!
      if (other < 0 || villageOf[other] !== villageOf[face]) continue
      const [a, b] = [mesh.origin[h]!, mesh.origin[h ^ 1]!]
      shared.set(other, (shared.get(other) ?? 0) + Math.hypot(mesh.x[a]! - mesh.x[b]!, mesh.y[a]! - mesh.y[b]!))
    }
    return shared
  }

  private join(keep: number, gone: number): boolean {
    if (!this.land.mesh.merge(keep, gone)) return false
    this.areas[keep] = this.areas[keep]! + this.areas[gone]!
    return true
  }

  private grow(face: number): void {
    const limit = largest(this.land.classOf[face]!)
    for (let joined = true; joined && this.areas[face]! < limit; ) {
      joined = false
      for (const [other] of this.neighbours(face)) {
        if (this.areas[face]! + this.areas[other]! > limit || this.signature(other) !== this.signature(face)) continue
        if (this.join(face, other)) {
          joined = true
          break
        }
      }
    }
  }

  /** A face below the minimum joins a neighbour: same class first, then same group of classes, never a road or river unless nothing else is there. */
  private absorb(face: number): void {
    const { classOf } = this.land
    const code = classOf[face]!
    if (!this.alive(face) || this.areas[face]! >= minimumArea(code) * 1.02) return
    const ranked = [...this.neighbours(face)].map(([other, border]) => ({
      other,
      score: this.kinship(code, classOf[other]!) + border / 1e5,
    }))
    ranked.sort((a, b) => b.score - a.score)
    for (const { other } of ranked) if (this.join(other, face)) return
  }

  private kinship(code: string, other: string): number {
    if (other === code) return 3
    if (LINEAR.has(other)) return 0
    return other.slice(0, 2) === code.slice(0, 2) ? 2 : 1
  }
}
