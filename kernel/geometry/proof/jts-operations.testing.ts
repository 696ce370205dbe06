import { regionWhere } from '../arrangement/overlay-faces.ts'
import { contains, disjoint, equals, intersects, matches, overlaps, touches, within } from '../relate/predicates.ts'
import { relate } from '../relate/relate.ts'
import type { MultiPolygon } from '../types.ts'

/** For tests only. The cover each operation wants, of `n` inputs. */
export const WANTED: Record<string, (n: number) => (inputs: readonly number[]) => boolean> = {
  union: () => (inputs) => inputs.length > 0,
  intersection: (n) => (inputs) => inputs.length === n,
  difference: () => (inputs) => inputs.length === 1 && inputs[0] === 0,
  symdifference: () => (inputs) => inputs.length % 2 === 1,
}

export const overlayBy = (name: string, geometries: MultiPolygon[]): MultiPolygon =>
  regionWhere(geometries, WANTED[name]!(geometries.length))

const PREDICATES: Record<string, (a: MultiPolygon, b: MultiPolygon) => boolean> = {
  intersects,
  disjoint,
  touches,
  contains,
  covers: contains,
  within,
  coveredby: within,
  overlaps,
  equalstopo: equals,
  // A relation of lines; two areas never cross.
  crosses: () => false,
}

export function relationBy(name: string, [a, b]: MultiPolygon[], pattern = ''): boolean {
  return name === 'relate' ? matches(relate(a!, b!), pattern) : PREDICATES[name]!(a!, b!)
}
