import { featureGeometry } from '../flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import type { RingNotice } from '../flat/set-builder.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import type { Box, MultiPolygon } from '../types.ts'
import { type BadFace, badFaces } from './bad-faces.ts'
import { cancelPieces } from './cancel-pieces.ts'
import { checkSingly } from './check-set.ts'
import { checkShapes } from './check-shapes.ts'
import { conflictsAt } from './check-topology.ts'
import { findDuplicates } from './find-duplicates.ts'
import type { SetIssue, ShapeLimits } from './issue.ts'
import { lonelyEdges } from './lonely-edges.ts'

/**
 * What a block leaves behind. `issues`: of its own features, and duplicates whose first feature is its own. `pieces`:
 * the edges of its own features that no neighbour runs along (ax ay bx by … in metres), a few numbers where the layer
 * is sound. `tangled`: geometries of its own features whose rings conflict.
 */
export type BlockResult = { issues: SetIssue[]; pieces: Float64Array; tangled: MultiPolygon[] }

/**
 * A layer too large to hold, or a run that is to be stopped and taken up again, is checked block by block. Every
 * feature belongs to one block. The set holds the block's own features (1 in `own`) and all others whose boxes come
 * within 0.001 m of the box of one of them, in the same order in all blocks (by id). Overlaps and gaps are told at the
 * end, by `endBlocks`: pieces of all blocks together are just those of the whole layer, so each is told once and a gap
 * may be as large as it likes.
 */
export function checkBlock(
  set: PolygonSet,
  own: Uint8Array,
  limits: ShapeLimits,
  notices: RingNotice[] = [],
): BlockResult {
  const { issues, left, tangled } = checkSingly(set, limits, notices, own)
  const { ringStart, partStart, featureStart } = set
  const ownVertex = new Uint8Array(set.coordinates.length / 2)
  for (let f = 0; f < featureCount(set); f++) {
    const vertices = [f, f + 1].map((feature) => ringStart[partStart[featureStart[feature]!]!]!) as [number, number]
    if (own[f]) ownVertex.fill(1, ...vertices)
  }
  const pieces = cancelPieces(set, lonelyEdges(set, left).sort(), (vertex) => ownVertex[vertex] === 1)
  return { issues, pieces, tangled: tangled.filter((f) => !left[f]).map((f) => featureGeometry(set, f)) }
}

/** The places where something overlaps or is missing, to be looked at closely: features are wanted that meet `box`. */
export function placesToJoin(results: Pick<BlockResult, 'pieces' | 'tangled'>[]): (BadFace & { box: Box })[] {
  const pieces = new Float64Array(results.reduce((sum, each) => sum + each.pieces.length, 0))
  let at = 0
  for (const each of results) {
    pieces.set(each.pieces, at)
    at += each.pieces.length
  }
  const tangled = results.flatMap((each) => each.tangled.map((geometry) => ({ geometry, cover: 2 })))
  return [...badFaces(pieces), ...tangled].map((face) => ({ ...face, box: boundingBox(face.geometry) }))
}

/**
 * The overlaps and gaps of the whole layer. Where the features near places enclose land of others that are near none, a gap
 * is told that is none: whoever does not give the whole layer has to ask whether a feature lies in it.
 * @param set the features whose boxes come within 0.001 m of the box of a place, in the same order as in the blocks
 */
export function endBlocks(set: PolygonSet, places: BadFace[], limits: ShapeLimits): SetIssue[] {
  const { invalid: left } = checkShapes(set, limits)
  for (const { members } of findDuplicates(set, left)) for (const repeated of members.slice(1)) left[repeated] = 1
  return conflictsAt(set, left, places)
}
