import { Type } from '@sinclair/typebox'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { query } from '../../../../kernel/http/action.ts'
import { invalid, Refusal } from '../../../../kernel/problems/problem.ts'
import { areaToDegrees, areaToPlane, placeToDegrees, placeToPlane } from '../../rules/plane.ts'
import { findingsIn } from '../findings.ts'
import { answersText, byDistance, type Found, plain, seenFrom, within } from '../rules/finding.ts'

const Place = Type.String({ pattern: '^-?[0-9.]+,-?[0-9.]+$', maxLength: 60 })
const MOST = 100

/**
 * 查询: approvals, projects and cases by approval number or name, or round a place (longitude,latitude; radius in metres), or
 * under a shape (its outer ring «x,y;x,y;…» in degrees: 关联项目 of a patch). What the reader may not see is not there.
 */
export const find = query({
  name: 'fieldwork.ground.find',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    place: Type.Optional(Place),
    radius: Type.Optional(Type.Number({ minimum: 1, maximum: 5000 })),
    shape: Type.Optional(Type.String({ maxLength: 60_000 })),
  }),
  async handle(context, { text, place, radius = 500, shape }) {
    if (!text && !place && !shape) throw new Refusal(invalid('fieldwork.ground.find.nothing-asked'))
    const here = place ? placeToPlane(place.split(',').map(Number) as Position) : null
    const window = shape ? shapeOf(shape) : here && !text ? square(here, radius) : undefined
    const all = (await findingsIn(context, { place: window, near: here ?? undefined, text: text && plain(text) }))
      .filter((finding) => !text || answersText(finding, text))
      .map((finding) => seenFrom(finding, here))
      .filter((found) => Boolean(text) || Boolean(shape) || within(found, radius))
      .sort(byDistance)
    return { rows: all.slice(0, MOST).map(inDegrees), more: all.length > MOST }
  },
})

const square = ([x, y]: Position, half: number): MultiPolygon => [
  [[[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half], [x - half, y - half]]], // biome-ignore format: one row
]

function shapeOf(text: string): MultiPolygon {
  const ring = text.split(';').map((each) => each.split(',').map(Number) as Position)
  if (ring.length < 4 || !ring.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)))
    throw new Refusal(invalid('fieldwork.ground.find.nothing-asked'))
  return areaToPlane([[ring]])
}

/** For pages: degrees. */
const inDegrees = ({ geometry, at, ...found }: Found) => ({
  ...found,
  at: at && placeToDegrees(at),
  geometry: geometry && areaToDegrees(geometry),
})
