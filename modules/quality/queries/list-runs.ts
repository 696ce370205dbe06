import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import type { JobState } from '../../../kernel/jobs/job-runs.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'

type Row = {
  id: string
  layer: string
  area: string
  areaName: string | null
  rules: string[] | null
  version: number
  asOf: Date
  madeBy: string
  madeAt: Date
  endedAt: Date | null
  featureCount: number
  found: { A: number; B: number; C: number } | null
  repeats: string | null
  state: JobState
  done: number
  total: number
}

/** The runs over layers, newest first: who asked when, how far, what was found. */
export const listRuns = query({
  name: 'quality.run.list',
  input: Type.Object({
    layer: Type.Optional(Type.String({ maxLength: 20 })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx, person }, { layer = null, page = 1, pageSize = 50 }) {
    const areas = areasFor(person, 'quality.run.list')
    const where = sql`r.as_of is not null and (${layer}::text is null or r.layer = ${layer})
      and exists (select 1 from unnest(${areas}::text[]) a where starts_with(r.area, a))`
    const { rows } = await sql<Row>`select r.id, r.layer, r.area, a.name as "areaName", r.rules,
        r.rule_set_version as version, r.as_of as "asOf", p.name as "madeBy", r.made_at as "madeAt", r.ended_at as "endedAt",
        r.feature_count as "featureCount", r.found, r.repeats, j.state, j.done, j.total
      from quality_run r left join person p on p.id::text = r.made_by left join area a on a.code = r.area
      join lateral (select state, done, total from job_run where subject = 'quality:' || r.id order by asked_at desc limit 1) j
        on true
      where ${where} order by r.made_at desc, r.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
    const count = await sql<{ total: number }>`select count(*)::int as total from quality_run r where ${where}`.execute(
      trx,
    )
    return { rows: rows.map((row) => ({ ...row, title: layerNamed(row.layer).title })), total: count.rows[0]!.total }
  },
})
