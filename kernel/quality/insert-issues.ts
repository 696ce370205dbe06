import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Issue } from './judge.ts'

const BATCH = 1_000

/** Keeps issues of a run; one that the run has already is passed over. */
export async function insertIssues(trx: Trx, run: string, issues: readonly Issue[]): Promise<void> {
  for (let start = 0; start < issues.length; start += BATCH)
    await insertBatch(trx, run, issues.slice(start, start + BATCH))
}

async function insertBatch(trx: Trx, run: string, issues: readonly Issue[]): Promise<void> {
  const rows = issues.map((issue) => {
    const { id, severity, features, field, value, measure, at } = issue
    return {
      ...{ rule: id, severity, features: features.map(String), field, measure, x: at?.[0], y: at?.[1] },
      value: value === null || value === undefined ? null : String(value),
      key: keyOf(issue),
    }
  })
  await sql`insert into quality_issue (run, rule, severity, features, field, value, measure, at, key)
    select ${run}, r.rule, r.severity, array(select jsonb_array_elements_text(r.features)), r.field, r.value, r.measure,
      case when r.x is not null then ST_SetSRID(ST_MakePoint(r.x, r.y), 4524) end, md5(r.key)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(rule text, severity text, features jsonb, field text, value text,
      measure float8, x float8, y float8, key text)
    on conflict (run, key) do nothing`.execute(trx)
}

/** Rule, features, field, value or photo, place to the centimetre and measure: what is the same in all of these is said once. */
const keyOf = ({ id, features, field, value, at, measure, photo }: Issue & { photo?: string }) =>
  JSON.stringify([id, features, field, value, photo, at?.map((metres) => metres.toFixed(2)), measure?.toFixed(3)])
