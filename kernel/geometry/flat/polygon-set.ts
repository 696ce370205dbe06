/**
 * Many polygons in flat arrays: no object per vertex, shareable between threads (`SharedArrayBuffer`) and usable in the
 * browser. A feature is its place in the set; whoever needs ids keeps them in an array beside it.
 *
 * - `coordinates`: x0 y0 x1 y1 … in metres of one projection (or any other plane unit, one for the whole set). Every
 *   ring is closed: its first vertex is repeated as the last. Outer rings run counter-clockwise, holes clockwise;
 *   `SetBuilder` sees to both.
 * - `ringStart[r]`: the first vertex of ring r; one more entry closes the last ring.
 * - `partStart[p]`: the first ring (the outer one) of part p, its holes follow; one more entry.
 * - `featureStart[f]`: the first part of feature f; one more entry. A feature without parts is empty.
 * - `boxes`: minX minY maxX maxY of every feature; an empty one has [∞, ∞, −∞, −∞].
 *
 * Limits: 2³² − 1 vertices; coordinates any finite double, but areas are exact to rounding only where the extent of a
 * feature is below about 10⁶ times the distance that matters. What is beyond a limit is refused with a RangeError.
 */
export type PolygonSet = {
  coordinates: Float64Array
  ringStart: Uint32Array
  partStart: Uint32Array
  featureStart: Uint32Array
  boxes: Float64Array
}

export const featureCount = (set: PolygonSet): number => set.featureStart.length - 1

/** The first vertex of feature f, and (as `vertexStart(set, f + 1)`) where it ends. */
export const vertexStart = (set: PolygonSet, feature: number): number =>
  set.ringStart[set.partStart[set.featureStart[feature]!]!]!
