import { sql } from 'kysely'
import { readCase } from '../../../kernel/cases/standing.ts'
import type { CaseRow } from '../../../kernel/cases/tables.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Attributes } from '../../../kernel/layers/feature.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { conflict, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { Conclusion, Source } from '../schema.ts'
import type { SurveyWay } from './rules/propose-way.ts'

type SurveyClue = {
  id: string
  number: string
  source: Source
  predictedClass: string | null
  foundOn: string | null
  conclusion: Conclusion | null
  area: number
  farmlandArea: number
  basicFarmlandArea: number
  redlineArea: number
  repaired: boolean
}

type Range = { id: string; ordinal: number; area: number; geometry: MultiPolygon }

/** A patch of the third level; `DLBM` null: not surveyed yet. EPSG:4524, legal (ellipsoidal) area in m². */
export type SurveyPatch = {
  id: string
  range: string
  geometry: MultiPolygon
  area: number
  beforeClass: string | null
  beforeOwner: string | null
  DLBM: string | null
  QSXZ: string | null
  attributes: Attributes
  note: string | null
}

type SurveyRecord = {
  way: SurveyWay
  state: 'draft' | 'submitted'
  revision: number
  surveyedOn: string | null
  opinion: string | null
  savedAt: Date
}

export type SurveyCase = {
  row: CaseRow
  clue: SurveyClue
  ranges: Range[]
  patches: SurveyPatch[]
  survey: SurveyRecord | undefined
}

/** All there is about the survey of a case. Throws a Refusal for a case that is none of land monitoring. */
export async function readSurveyCase(trx: Trx, caseId: string): Promise<SurveyCase> {
  const row = await readCase({ trx }, caseId)
  const clue = await clueOf(trx, caseId)
  if (!clue) throw new Refusal(notFound('landuse.case.no-clue', { number: row.number }))
  return {
    row,
    clue,
    ranges: await rangesOf(trx, clue.id),
    patches: await patchesOf(trx, clue.id),
    survey: await surveyOf(trx, caseId),
  }
}

export const wholeRange = ({ ranges }: Pick<SurveyCase, 'ranges'>): MultiPolygon =>
  ranges.flatMap(({ geometry }) => geometry)

async function clueOf(trx: Trx, caseId: string): Promise<SurveyClue | undefined> {
  const { rows } =
    await sql<SurveyClue>`select id, number, source, predicted_class as "predictedClass", found_on as "foundOn", conclusion,
      area_ellipsoidal as area, farmland_area as "farmlandArea", basic_farmland_area as "basicFarmlandArea", redline_area as "redlineArea",
      geom_before is not null as repaired
    from landuse_clue where case_id = ${caseId}`.execute(trx)
  return rows[0]
}

/** A clue without ranges (all of it is managed, or the screening made none) is its own range, under its own id. */
async function rangesOf(trx: Trx, clue: string): Promise<Range[]> {
  const { rows } = await sql<Omit<Range, 'geometry'> & { geom: Uint8Array }>`
    select id, ordinal, area_ellipsoidal as area, ST_AsEWKB(geom) as geom from landuse_range where clue = ${clue}
    union all select id, 1, area_ellipsoidal, ST_AsEWKB(geom) from landuse_clue
      where id = ${clue} and not exists (select 1 from landuse_range where clue = ${clue})
    order by ordinal`.execute(trx)
  return rows.map(({ geom, ...range }) => ({ ...range, geometry: toMultiPolygon(geom) }))
}

async function patchesOf(trx: Trx, clue: string): Promise<SurveyPatch[]> {
  const { rows } = await sql<Omit<SurveyPatch, 'geometry'> & { geom: Uint8Array }>`
    select p.id, p.range, p.area_ellipsoidal as area, p.before_class as "beforeClass", p.before_owner as "beforeOwner", p.class as "DLBM",
      p.ownership as "QSXZ", p.attributes, p.note, ST_AsEWKB(p.geom) as geom
    from landuse_patch p join landuse_range r on r.id = p.range where r.clue = ${clue} order by r.ordinal, p.ordinal`.execute(
    trx,
  )
  return rows.map(({ geom, ...patch }) => ({ ...patch, geometry: toMultiPolygon(geom) }))
}

async function surveyOf(trx: Trx, caseId: string): Promise<SurveyRecord | undefined> {
  const { rows } =
    await sql<SurveyRecord>`select way, state, revision, surveyed_on as "surveyedOn", opinion, saved_at as "savedAt"
    from landuse_survey where case_id = ${caseId}`.execute(trx)
  return rows[0]
}

export type StepTask = {
  id: string
  step: string
  caseId: string
  number: string
  areaCode: string
  business: string
  assignee: string | null
}

/** The task of each case that stands at one of the steps; cases that stand elsewhere are left out. */
export async function tasksAt(trx: Trx, caseIds: readonly string[], steps: readonly string[]): Promise<StepTask[]> {
  const { rows } =
    await sql<StepTask>`select t.id, t.step, c.id as "caseId", c.number, c.area_code as "areaCode", c.business, t.assignee
    from task t join case_ c on c.id = t.case_id
    where c.id = any(${[...caseIds]}::uuid[]) and t.step = any(${[...steps]}::text[]) and t.state in ('open', 'claimed', 'suspended')
    order by c.number`.execute(trx)
  return rows
}

/** The one task of a case at one of the steps; refused with the number of the case when it stands elsewhere. */
export async function taskAt(trx: Trx, caseId: string, ...steps: string[]): Promise<StepTask> {
  const [task] = await tasksAt(trx, [caseId], steps)
  if (task) return task
  const { number } = await readCase({ trx }, caseId)
  throw new Refusal(conflict('landuse.case.not-at-step', { number, steps: steps.join(' / ') }))
}

export const scopeOf = ({ areaCode: area, business }: Pick<StepTask, 'areaCode' | 'business'>) => ({ area, business })
