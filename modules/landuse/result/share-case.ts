import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { publish } from '../../../kernel/exchange/outbox.ts'
import { areaToDegrees } from '../../fieldwork/api.ts'
import { readSurveyCase, type SurveyCase } from '../survey/survey-case.ts'
import { type PatchPlace, placePatch } from './rules/place-patch.ts'
import { type Suspicion, suspectedViolation } from './rules/suspected-violation.ts'
import { settledGround } from './settled-ground.ts'

type SharedKind = 'result' | 'suspect' | 'place'

/**
 * 成果共享: writes what became of a clue to the shared store and tells partners: the result, what it may violate, and how
 * its patches lie to managed extents. Doing it again writes the same and sends nothing twice.
 */
export async function shareCase(trx: Trx, caseId: string, now: Date): Promise<Record<string, unknown>> {
  const survey = await readSurveyCase(trx, caseId)
  const places = await placesOf(trx, survey)
  const suspicion = suspicionOf(survey, places)
  await share(trx, survey, 'result', resultOf(survey, places), now)
  if (places.length > 0) await share(trx, survey, 'place', { clue: survey.clue.number, patches: places }, now)
  if (suspicion?.violation)
    await share(trx, survey, 'suspect', { clue: survey.clue.number, case: survey.row.number, ...suspicion }, now)
  return { violation: suspicion?.violation ?? null, sharedAt: now.toISOString() }
}

async function share(
  trx: Trx,
  { clue, row }: SurveyCase,
  kind: SharedKind,
  payload: unknown,
  now: Date,
): Promise<void> {
  await sql`insert into landuse_shared (kind, clue, payload, written_at) values (${kind}, ${clue.id}, ${json(payload)}, ${now})
    on conflict (kind, clue) do update set payload = excluded.payload, written_at = excluded.written_at`.execute(trx)
  if (kind !== 'place') await publish(trx, { topic: `landuse.${kind}`, key: row.id, payload }, now)
}

type PlacedPatch = PatchPlace & {
  id: string
  DLBM: string
  area: number
  approvals: { layer: string; number: string; standing: string; share: number }[]
}

const surveyed = ({ patches }: SurveyCase) =>
  patches.flatMap((patch) => (patch.DLBM === null ? [] : [{ ...patch, DLBM: patch.DLBM }]))

async function placesOf(trx: Trx, survey: SurveyCase): Promise<PlacedPatch[]> {
  const places: PlacedPatch[] = []
  for (const { id, DLBM, area, geometry } of surveyed(survey)) {
    const { approvals, geometries } = await settledGround(trx, geometry, DLBM, survey.clue.foundOn)
    places.push({ id, DLBM, area, approvals, ...placePatch(geometry, geometries) })
  }
  return places
}

/** Ground inside what is permitted is no violation, whatever stands on it. */
function suspicionOf(survey: SurveyCase, places: readonly PlacedPatch[]): Suspicion | undefined {
  const suspicion = suspectedViolation(
    surveyed(survey).map(({ id, DLBM, area, beforeClass, attributes }, i) => ({
      ...{ id, ordinal: i + 1, area, DLBM, beforeClass },
      planting: typeof attributes.ZZSXDM === 'string' ? attributes.ZZSXDM : null,
    })),
  )
  const inside = places.find(({ id }) => id === suspicion?.patch)?.place === 'inside'
  return suspicion && inside ? { ...suspicion, violation: null } : suspicion
}

function resultOf(survey: SurveyCase, places: readonly PlacedPatch[]) {
  const { row, clue, ranges } = survey
  const placeOf = new Map(places.map(({ id, place }) => [id, place]))
  return {
    ...{
      clue: clue.number,
      source: clue.source,
      case: row.number,
      areaCode: row.area_code,
      conclusion: clue.conclusion,
      area: clue.area,
    },
    way: survey.survey?.way ?? null,
    surveyedOn: survey.survey?.surveyedOn ?? null,
    changeSet: row.data.changeSet ?? null,
    ranges: ranges.map(({ ordinal, area, geometry }) => ({ ordinal, area, geometry: areaToDegrees(geometry) })),
    patches: surveyed(survey).map(({ id, DLBM, QSXZ, area, beforeClass, geometry }) => ({
      ...{ id, DLBM, QSXZ, area, beforeClass, place: placeOf.get(id) ?? null },
      geometry: areaToDegrees(geometry),
    })),
  }
}
