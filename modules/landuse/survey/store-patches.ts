import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import { tabulate } from '../../../kernel/geometry/overlay/tabulate.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Attributes } from '../../../kernel/layers/feature.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { legalAreas } from '../rules/repair-clue.ts'
import type { SurveyWay } from './rules/propose-way.ts'
import type { SurveyCase } from './survey-case.ts'

export type NewPatch = {
  id: string
  geometry: MultiPolygon
  DLBM: string | null
  QSXZ: string | null
  attributes: Attributes
  note: string | null
}

/** Replaces the patches of a case by what the survey found. Each lies under the range it has most in common with. */
export async function storePatches(
  trx: Trx,
  { clue, ranges }: Pick<SurveyCase, 'clue' | 'ranges'>,
  patches: readonly NewPatch[],
): Promise<void> {
  await sql`delete from landuse_patch where range in (select id from landuse_range where clue = ${clue.id})`.execute(
    trx,
  )
  await sql`insert into landuse_range (id, clue, ordinal, geom, area_ellipsoidal, area_planar)
    select id, id, 1, geom, area_ellipsoidal, area_planar from landuse_clue c
    where id = ${clue.id} and not exists (select 1 from landuse_range where clue = c.id)`.execute(trx)
  const counts = new Map<string, number>()
  const rows = []
  for (const patch of patches) {
    const range = mostCommon(patch.geometry, ranges) ?? ranges[0]!.id
    const ordinal = (counts.get(range) ?? 0) + 1
    counts.set(range, ordinal)
    const { ellipsoidal, planar } = legalAreas(patch.geometry)
    rows.push({
      ...patch,
      geometry: undefined,
      range,
      ordinal,
      ellipsoidal,
      planar,
      geom: toHex(patch.geometry, 4524),
      ...beforeOf(await baseUnder(trx, patch.geometry)),
    })
  }
  await sql`insert into landuse_patch (id, range, ordinal, geom, area_ellipsoidal, area_planar, before_class, before_owner, class, ownership, attributes, note)
    select id, range, ordinal, geom, ellipsoidal, planar, "beforeClass", "beforeOwner", "DLBM", "QSXZ", attributes, note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) v(id uuid, range uuid, ordinal int, geom geometry, ellipsoidal numeric, planar numeric,
      "beforeClass" text, "beforeOwner" text, "DLBM" text, "QSXZ" text, attributes jsonb, note text)`.execute(trx)
}

function mostCommon<Id>(
  geometry: MultiPolygon,
  features: readonly { id: Id; geometry: MultiPolygon }[],
): Id | undefined {
  const rows = tabulate([{ id: 0, geometry }], [...features], { kind: 'planar' })
  return rows.sort((a, b) => b.area - a.area)[0]?.feature
}

const beforeOf = (base: Attributes | undefined) => ({
  beforeClass: base?.DLBM ?? null,
  beforeOwner: base?.QSDWDM ?? null,
})

/** The base patch that most of the ground lies in. */
export async function baseUnder(trx: Trx, geometry: MultiPolygon): Promise<Attributes | undefined> {
  const features = await readFeatures(trx, 'DLTB', { within: boundingBox(geometry) })
  const id = mostCommon(geometry, features)
  return features.find((feature) => feature.id === id)?.attributes
}

type Saved = {
  way: SurveyWay
  state: 'draft' | 'submitted'
  surveyedOn: string | null
  opinion: string | null
  by: string
  now: Date
}

/** Writes down who said what when; returns the new revision. */
export async function storeSurvey(
  trx: Trx,
  caseId: string,
  { way, state, surveyedOn, opinion, by, now }: Saved,
): Promise<number> {
  const submitted = state === 'submitted'
  const { rows } = await sql<{
    revision: number
  }>`insert into landuse_survey (case_id, way, state, revision, surveyed_on, opinion, saved_by, saved_at,
      submitted_by, submitted_at)
    values (${caseId}, ${way}, ${state}, 1, ${surveyedOn}, ${opinion}, ${by}, ${now}, ${submitted ? by : null}, ${submitted ? now : null})
    on conflict (case_id) do update set way = excluded.way, state = excluded.state, revision = landuse_survey.revision + 1,
      surveyed_on = excluded.surveyed_on, opinion = excluded.opinion, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
      submitted_by = coalesce(excluded.submitted_by, landuse_survey.submitted_by),
      submitted_at = coalesce(excluded.submitted_at, landuse_survey.submitted_at)
    returning revision`.execute(trx)
  return rows[0]!.revision
}
