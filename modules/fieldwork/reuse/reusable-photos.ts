import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredBy, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import type { Position } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import { degreesOff, distanceTo } from '../../../kernel/quality/rules/evidence/sight.ts'
import { placeToDegrees } from '../rules/plane.ts'
import { rangeOf } from '../sync/standing.ts'

/** Half of what a phone held upright sees, degrees: farther past the range a photo does not show it. */
const PAST = 32
const MOST = 100

type Row = {
  photoId: string
  caseId: string
  number: string
  digest: string
  resource: string
  kind: string | null
  takenAt: Date
  x: number
  y: number
  azimuth: number
  person: string
}

/**
 * 成果复用: photos of other cases that stand within so many metres of this case's range, look at it, and are not older than so many
 * months; only of cases the person may see. The newest come first. Places in longitude and latitude.
 */
export const listReusablePhotos = query({
  name: 'fieldwork.photo.reusable',
  input: Type.Object({
    caseId: Type.String({ format: 'uuid' }),
    metres: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  }),
  async handle({ trx, person, now }, { caseId, metres = 50, months = 12 }) {
    const range = await rangeOf(trx, caseId)
    const [minX, minY, maxX, maxY] = boundingBox(range)
    const { rows } =
      await sql<Row>`select f.id as "photoId", f.case_id as "caseId", c.number, f.digest, f.resource::text, f.kind,
        coalesce(f.real_at, f.taken_at) as "takenAt", ST_X(f.position) as x, ST_Y(f.position) as y, f.azimuth, p.name as person
      from field_photo f join case_ c on c.id = f.case_id join person p on p.id = f.person
      where f.case_id <> ${caseId} and f.removed_at is null and f.azimuth is not null
        and f.position && ST_MakeEnvelope(${minX - metres}, ${minY - metres}, ${maxX + metres}, ${maxY + metres}, 4524)
        and coalesce(f.real_at, f.taken_at) >= ${now}::timestamptz - make_interval(months => ${months})
        and ${coveredBy(rightsTo(person, 'fieldwork.result.view'), 'c')}
        and not exists (select 1 from field_photo own where own.case_id = ${caseId} and own.digest = f.digest)
      order by coalesce(f.real_at, f.taken_at) desc limit 1000`.execute(trx)
    const near = rows
      .map(({ x, y, ...row }) => ({ ...row, at: [x, y] as Position, distance: distanceTo(range, [x, y]) }))
      .filter(({ at, azimuth, distance }) => distance <= metres && degreesOff(range, at, azimuth) <= PAST)
    return {
      rows: near.slice(0, MOST).map(({ at, distance, ...row }) => ({
        ...{ ...row, position: placeToDegrees(at), distance: Math.round(distance * 10) / 10 },
      })),
    }
  },
})
