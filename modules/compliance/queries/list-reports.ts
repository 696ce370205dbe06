import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { type Conclusion, Id, type Source } from '../schema.ts'

type Row = {
  id: string
  number: string
  title: string
  source: Source
  sourceName: string | null
  caseId: string | null
  area: string
  areaName: string | null
  conclusion: Conclusion
  ellipsoidal: number
  planar: number
  asOf: Date
  madeBy: string
  madeAt: Date
}

/** Reports on land in the reader's areas, newest first. */
export const listReports = query({
  name: 'compliance.report.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    conclusion: Type.Optional(Type.String({ maxLength: 10 })),
    caseId: Type.Optional(Id),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx, person }, { text = null, conclusion = null, caseId = null, page = 1, pageSize = 50 }) {
    const areas = areasFor(person, 'compliance.report.list')
    const where = sql`exists (select 1 from unnest(${areas}::text[]) a where starts_with(r.area_code, a))
      and (${text}::text is null or strpos(concat_ws(' ', r.number, r.title, r.source_name), ${text ?? ''}) > 0)
      and (${conclusion}::text is null or r.conclusion = ${conclusion})
      and (${caseId}::uuid is null or r.case_id = ${caseId})`
    const { rows } = await sql<Row>`select r.id, r.number, r.title, r.source, r.source_name as "sourceName",
        r.case_id as "caseId", r.area_code as area, a.name as "areaName", r.conclusion, r.ellipsoidal, r.planar,
        r.as_of as "asOf", p.name as "madeBy", r.made_at as "madeAt"
      from compliance_report r join person p on p.id = r.made_by left join area a on a.code = r.area_code
      where ${where} order by r.made_at desc, r.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
    const count = await sql<{
      total: number
    }>`select count(*)::int as total from compliance_report r where ${where}`.execute(trx)
    return { rows, total: count.rows[0]!.total }
  },
})
