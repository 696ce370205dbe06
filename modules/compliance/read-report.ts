import { sql } from 'kysely'
import type { Context } from '../../kernel/http/action.ts'
import { can } from '../../kernel/identity/can.ts'
import { toMultiPolygon } from '../../kernel/layers/feature.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'
import { toDegrees } from '../onemap/api.ts'
import { controlRules } from './rules/control-rules.ts'
import type { ApprovalLine, AreaLine, BothAreas, Conclusion, Note, Source, Verdict } from './schema.ts'

export type StoredReport = BothAreas & {
  id: string
  number: string
  title: string
  source: Source
  sourceName: string | null
  caseId: string | null
  area: string
  areaName: string | null
  asOf: Date
  rulesVersion: number
  conclusion: Conclusion
  verdicts: Verdict[]
  areas: AreaLine[]
  approvals: ApprovalLine[]
  notes: Note[]
  madeBy: string
  madeAt: Date
}

/** A report as it was given. Throws a Refusal when there is none in the reader's areas. */
export async function seenReport({ trx, person }: Context, name: string, id: string): Promise<StoredReport> {
  const { rows } = await sql<StoredReport>`select r.id, r.number, r.title, r.source, r.source_name as "sourceName",
      r.case_id as "caseId", r.area_code as area, a.name as "areaName", r.as_of as "asOf", r.rules_version as "rulesVersion",
      r.conclusion, r.ellipsoidal, r.planar, r.verdicts, r.areas, r.approvals, r.notes, p.name as "madeBy", r.made_at as "madeAt"
    from compliance_report r join person p on p.id = r.made_by left join area a on a.code = r.area_code
    where r.id = ${id}`.execute(trx)
  const [report] = rows
  if (!report || !can(person, name, { area: report.area }))
    throw new Refusal(notFound('compliance.report.unknown', { report: id }))
  return report
}

type Shape = BothAreas & { ordinal: number; geom: Uint8Array }

const inDegrees = <T extends Shape>({ geom, ...rest }: T) => ({
  ...rest,
  geometry: { type: 'MultiPolygon' as const, coordinates: toDegrees(toMultiPolygon(geom)) },
})

/** The land and the pieces that speak against it, in degrees. */
export async function shapesOf({ trx }: Context, id: string) {
  const ranges = await sql<Shape & { name: string }>`select ordinal, name, ellipsoidal, planar, ST_AsEWKB(geom) as geom
    from compliance_range where report = ${id} order by ordinal`.execute(trx)
  const pieces = await sql<Shape & { rule: string; range: number }>`select ordinal, rule, range, ellipsoidal, planar,
      ST_AsEWKB(geom) as geom from compliance_piece where report = ${id} order by ordinal`.execute(trx)
  return { ranges: ranges.rows.map(inDegrees), pieces: pieces.rows.map(inDegrees) }
}

/** The words of the rule a verdict names; rules that are no longer made stand for themselves. */
export function rulesOf(verdicts: readonly Verdict[]) {
  return verdicts.map((verdict) => {
    const rule = controlRules.find(({ id }) => id === verdict.rule)
    const plain = { zh: verdict.rule, en: verdict.rule }
    return {
      ...verdict,
      ...{ layer: rule?.layer ?? '', title: rule?.title ?? plain, clause: rule?.clause ?? plain },
      ...{ advice: rule?.advice ?? plain, allowed: rule?.allowed ?? 0 },
    }
  })
}
