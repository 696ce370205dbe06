import { Type } from '@sinclair/typebox'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import type { Box } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import { spotsOf } from '../../../kernel/quality/browse-issues.ts'
import { toMetres } from '../../onemap/api.ts'
import { placeInDegrees } from '../issue-view.ts'
import { seenRun } from '../runs.ts'
import { IssueFilter } from '../schema.ts'

/** Spots nearer to each other than this are one, at scales where a street is not seen. */
const PIXELS = 44
/** From here on (web map zoom, 512 px tiles) every issue is a point of its own. */
const POINTS_FROM = 15
/** Metres a pixel at the equator at zoom 0. */
const METRES = 78271.517

/** Where the issues of a run lie within a view of the map: gathered with their number when far, one by one when near. */
export const placeIssues = query({
  name: 'quality.issue.place',
  input: Type.Object({
    ...IssueFilter,
    west: Type.Number(),
    south: Type.Number(),
    east: Type.Number(),
    north: Type.Number(),
    zoom: Type.Number({ minimum: 0, maximum: 24 }),
  }),
  async handle(context, { runId, west, south, east, north, zoom, ...filter }) {
    await seenRun(context, 'quality.issue.place', runId)
    const box = boxInMetres([west, south, east, north])
    const pixel = (METRES * Math.cos((((south + north) / 2) * Math.PI) / 180)) / 2 ** Math.floor(zoom)
    const cell = zoom >= POINTS_FROM ? 0 : PIXELS * pixel
    const spots = await spotsOf(context.trx, runId, filter, { box, cell })
    return { rows: spots.map(({ x, y, ...spot }) => ({ ...spot, place: placeInDegrees([x, y]) })) }
  },
})

function boxInMetres([west, south, east, north]: Box): Box {
  const middle = (west + east) / 2
  // The middles too: a parallel is a curve in the plane.
  return boundingBox(
    toMetres([
      [
        [
          [west, south],
          [middle, south],
          [east, south],
          [east, north],
          [middle, north],
          [west, north],
        ],
      ],
    ]),
  )
}
