import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredBy, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { isHandedInUnsurveyed } from '../dispatch/no-survey.ts'
import { areaToDegrees, placeToDegrees } from '../rules/plane.ts'
import { patchesOf, photosOf } from '../sync/field-work.ts'

type Row = {
  caseId: string
  number: string
  business: string
  title: string
  state: 'surveying' | 'awaitingReview' | 'reviewed' | 'closed'
  areaCode: string
  openedAt: Date
  handedInAt: Date | null
  foundBy: string | null
  data: Record<string, unknown>
  revision: number
  scope: Uint8Array | null
}

const FORMAT = 1

/**
 * 自主发现成果接口 (SH105): what people have found in the field, for the systems of survey and enforcement: range, patches, form, photos (their
 * bytes at casework.resource.download or in the evidence package), and how far it has come. In order of opening; `after` goes on
 * behind the last row got. Places in longitude and latitude (CGCS2000).
 */
export const listDiscoveries = query({
  name: 'fieldwork.discovery.list',
  input: Type.Object({
    business: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(
      Type.Union(['surveying', 'awaitingReview', 'reviewed', 'closed'].map((one) => Type.Literal(one))),
    ),
    since: Type.Optional(Type.String({ format: 'date-time' })),
    after: Type.Optional(Type.String({ format: 'uuid' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  async handle({ trx, person }, { business = null, state = null, since = null, after = null, limit = 50 }) {
    const { rows } = await sql<Row>`select * from (
      select c.id as "caseId", c.number, c.business, c.title, c.area_code as "areaCode", c.opened_at as "openedAt", c.data, c.revision,
        ST_AsEWKB(c.scope) as scope, p.name as "foundBy",
        (select max(t.done_at) from task t where t.case_id = c.id and t.step = 'field' and t.state = 'done') as "handedInAt",
        case when c.state <> 'running' then 'closed'
          when exists (select 1 from task t where t.case_id = c.id and t.step = 'field' and t.state in ('open', 'claimed', 'suspended')) then 'surveying'
          when exists (select 1 from task t where t.case_id = c.id and t.step = 'review' and t.state in ('open', 'claimed', 'suspended')) then 'awaitingReview'
          else 'reviewed' end as state
      from case_ c left join person p on p.id = c.opened_by
      where c.business like 'fieldwork.%' and c.data->>'selfDiscovered' = 'true'
        and (${business}::text is null or c.business = ${business})
        and (${since}::timestamptz is null or c.opened_at >= ${since}::timestamptz)
        and (${after}::uuid is null or c.id > ${after}::uuid)
        and (c.opened_by = ${person.id} or ${coveredBy(rightsTo(person, 'fieldwork.discovery.list'), 'c')})) found
      where (${state}::text is null or found.state = ${state}) order by "caseId" limit ${limit + 1}`.execute(trx)
    const shown = rows.slice(0, limit)
    const results = []
    for (const { scope, data, ...row } of shown)
      results.push({ ...row, form: data, range: scope && areaOf(scope), ...(await evidenceOf(trx, row.caseId)) })
    return { format: FORMAT, rows: results, more: rows.length > limit }
  },
})

const areaOf = (scope: Uint8Array): MultiPolygon => areaToDegrees(toMultiPolygon(scope))

/** Of a range handed in as 不调查 nothing goes to other systems. */
async function evidenceOf(trx: Parameters<typeof patchesOf>[0], caseId: string) {
  if (await isHandedInUnsurveyed(trx, caseId)) return { patches: [], photos: [] }
  const patches = (await patchesOf(trx, caseId)).map(({ id, DLBM, attributes, note, geometry }) => ({
    ...{ id, DLBM, attributes, note, geometry: areaToDegrees(geometry) },
  }))
  const photos = (await photosOf(trx, caseId)).map(({ position, ...photo }) => ({
    ...{ ...photo, position: position && placeToDegrees(position) },
  }))
  return { patches, photos }
}
