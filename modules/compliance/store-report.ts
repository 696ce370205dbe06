import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { takeNumber } from '../../kernel/documents/numbers.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { toHex } from '../../kernel/layers/rows.ts'
import type { Subject } from '../../kernel/overlay/area-row.ts'
import type { Examination } from './examine.ts'
import { RULES_VERSION } from './rules/control-rules.ts'
import type { Note, Source } from './schema.ts'

export type NewReport = {
  title: string
  source: Source
  sourceName: string | null
  caseId: string | null
  area: string
  asOf: Date
  ranges: readonly Subject[]
  notes: readonly Note[]
  examination: Examination
  by: string
  now: Date
}

/** 合审〔2026〕0001号, counted through the year. */
const NUMBER = '合审〔{year}〕{serial:4}号'

/** Keeps the answer as it was given, with the land and the pieces that speak against it. */
export async function storeReport(trx: Trx, report: NewReport): Promise<{ reportId: string; number: string }> {
  const { examination, now } = report
  const id = newId()
  const number = await takeNumber(trx, NUMBER, { year: now.getFullYear(), area: report.area }, `report:${id}`, now)
  const { total, conclusion, verdicts, areas, approvals } = examination
  const text = (value: unknown) => JSON.stringify(value)
  await sql`insert into compliance_report (id, number, title, source, source_name, case_id, area_code, as_of, rules_version,
      conclusion, ellipsoidal, planar, verdicts, areas, approvals, notes, made_by, made_at)
    values (${id}, ${number}, ${report.title}, ${report.source}, ${report.sourceName}, ${report.caseId}, ${report.area},
      ${report.asOf}, ${RULES_VERSION}, ${conclusion}, ${total.ellipsoidal}, ${total.planar}, ${text(verdicts)}::jsonb,
      ${text(areas)}::jsonb, ${text(approvals)}::jsonb, ${text(report.notes)}::jsonb, ${report.by}, ${now})`.execute(
    trx,
  )
  await storeShapes(trx, id, report)
  return { reportId: id, number }
}

async function storeShapes(trx: Trx, id: string, { ranges, examination }: NewReport): Promise<void> {
  const places = new Map(ranges.map((range, k) => [range.id, k + 1]))
  const areas = new Map(examination.ranges.map((range) => [range.subject, range]))
  const rows = ranges.map(({ id: name, geometry }, k) => {
    const { ellipsoidal, planar } = areas.get(name)!
    return { ordinal: k + 1, name, ellipsoidal, planar, geom: toHex(geometry, 4524) }
  })
  await sql`insert into compliance_range (report, ordinal, name, ellipsoidal, planar, geom)
    select ${id}, ordinal, name, ellipsoidal, planar, geom from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(ordinal int, name text, ellipsoidal numeric, planar numeric, geom geometry)`.execute(trx)
  const pieces = examination.pieces.map(({ rule, subject, geometry, planar, ellipsoidal }, k) => ({
    ...{ ordinal: k + 1, rule, range: places.get(subject)!, planar, ellipsoidal, geom: toHex(geometry, 4524) },
  }))
  await sql`insert into compliance_piece (report, ordinal, rule, range, ellipsoidal, planar, geom)
    select ${id}, ordinal, rule, range, ellipsoidal, planar, geom from jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb)
      as v(ordinal int, rule text, range int, ellipsoidal numeric, planar numeric, geom geometry)`.execute(trx)
}
