import type { MultiPolygon } from '../types.ts'
import { relate } from './relate.ts'

/** Whether a matrix of `relate` fits a pattern of 0 1 2 F, T (any dimension) and * (anything). */
export function matches(matrix: string, pattern: string): boolean {
  return [...pattern].every((want, i) => {
    if (want === '*') return true
    return want === 'T' ? matrix[i] !== 'F' : matrix[i] === want
  })
}

const fits =
  (...patterns: string[]) =>
  (a: MultiPolygon, b: MultiPolygon): boolean => {
    const matrix = relate(a, b)
    return patterns.some((pattern) => matches(matrix, pattern))
  }

// Relations of two areas (OGC 06-103r4 §6.1.15.3), on the 0.1 mm grid; all throw a RangeError as `overlayFaces` does.

/** They have no point in common. */
export const disjoint = fits('FF*FF****')
/** They have a point in common, be it of their boundaries. */
export const intersects = (a: MultiPolygon, b: MultiPolygon): boolean => !disjoint(a, b)
/** Only their boundaries meet: along a line or at a point. */
export const touches = fits('FT*******', 'F**T*****', 'F***T****')
/** Nothing of `b` lies outside of `a`. For areas this is `covers` as well. */
export const contains = fits('T*****FF*')
/** Nothing of `a` lies outside of `b`. */
export const within = fits('T*F**F***')
/** They share area, and each has some of its own. */
export const overlaps = fits('T*T***T**')
/** They are the same area, whatever their vertices; nothing equals nothing. */
export const equals = fits('**F**FFF*')
