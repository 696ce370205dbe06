import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { takeNumber } from '../../../kernel/documents/numbers.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { changeKind } from '../rules/change-kind.ts'
import { deliveryDigest, rowDigest } from '../rules/delivery-digest.ts'
import { legalAreas } from '../rules/repair-clue.ts'
import { defaultLayers, defaultParameters } from '../schema.ts'
import type { LanduseTables } from '../tables.ts'

/** A clue another system has finished this year: its number, day of survey, class found, geometry in EPSG:4524. */
export type SurveyedClue = { number: string; date: string; landClass: string; geometry: MultiPolygon }

type Taker = { person: string; now: Date; areaCode: string }

/**
 * Takes over the finished clues of the year from the system before this one, so that new clues can be linked to them.
 * The same list again is refused by the database (23505). Returns the batch's id.
 */
export async function takeOverSurveyed(
  trx: Trx,
  clues: SurveyedClue[],
  { person, now, areaCode }: Taker,
): Promise<string> {
  const id = newId()
  const number = await takeNumber(trx, 'LS{year}-{serial:4}', { year: now.getFullYear(), area: '' }, `batch:${id}`, now)
  const digest = deliveryDigest(clues.map((clue) => rowDigest({ number: clue.number, date: clue.date }, clue.geometry)))
  await trx
    .withTables<LanduseTables>()
    .insertInto('landuse_batch')
    .values({
      ...{ id, number, source: 'monitoring', period: '本年度已调查', arrived_by: 'command', area_code: areaCode },
      ...{ file_digest: digest, file_name: '', rows_digest: digest, format: 'takeover', layer_name: '' },
      ...{
        encoding: json({ name: '', how: '' }),
        crs: json({ epsg: 4524, how: 'declared' }),
        fields: json([]),
        findings: json([]),
      },
      ...{ mapping: json({}), mapping_how: json({}), mapping_missing: json([]), state: 'done', run_id: null },
      options: json({ layers: defaultLayers, split: false, parameters: defaultParameters }),
      ...{ made_by: person, made_at: now, done_at: now, cancelled_at: null, cancel_reason: null },
    })
    .execute()
  await insertClues(trx, id, number, areaCode, clues)
  return id
}

async function insertClues(
  trx: Trx,
  batch: string,
  batchNumber: string,
  areaCode: string,
  clues: SurveyedClue[],
): Promise<void> {
  const values = clues.map((clue, i) => ({
    id: newId(),
    row: i + 1,
    number: `${batchNumber}-${String(i + 1).padStart(5, '0')}`,
    source_number: clue.number,
    date: clue.date,
    kind: changeKind(null, clue.landClass),
    class: clue.landClass,
    geom: toHex(clue.geometry, 4524),
    ...legalAreas(clue.geometry),
  }))
  await sql`insert into landuse_clue (id, batch, row, number, source_number, source, found_on, change_kind, predicted_class, area_code,
      state, geom, area_ellipsoidal, area_planar, surveyed_at)
    select id, ${batch}, row, number, source_number, 'monitoring', date, kind, class,
      coalesce((select left(v.zldwdm, 12) from layer_cjdcq v where v.valid_to is null
        and ST_Intersects(v.geom, ST_PointOnSurface(r.geom)) order by v.id limit 1), ${areaCode}),
      'finished', geom, ellipsoidal, planar, date::timestamptz
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(id uuid, row int, number text, source_number text, date date, kind text,
      class text, geom geometry, ellipsoidal numeric, planar numeric)`.execute(trx)
}
