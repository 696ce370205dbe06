import { sql } from 'kysely'
import type { ArchiveParts } from '../../../kernel/cases/archive-case.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import { pointOnSurface } from '../../../kernel/geometry/measures/point-on-surface.ts'
import { sheetNumber } from '../../../kernel/geometry/projection/sheet-number.ts'
import type { Box, MultiPolygon } from '../../../kernel/geometry/types.ts'
import { threeClassOf } from '../../../kernel/layers/codes/landuse.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { latestRun, readIssues } from '../../../kernel/quality/runs.ts'
import { fieldWorkOf, placeToDegrees } from '../../fieldwork/api.ts'
import { readSurveyCase, wholeRange } from '../survey/survey-case.ts'
import { mapSheet } from './rules/map-sheet.ts'

const FILLS: Record<string, string> = { 农用地: '#dff0c8', 建设用地: '#f6c1b4', 未利用地: '#e6e6e6' }
const fillOf = (DLBM: string) => FILLS[threeClassOf(DLBM) ?? ''] ?? '#f4f4f4'

/** What only land monitoring knows of a case that is archived: the map sheet, overlay, quality and result. */
export async function archiveParts(trx: Trx, caseId: string): Promise<ArchiveParts> {
  const survey = await readSurveyCase(trx, caseId)
  const range = wholeRange(survey)
  const { photos } = await fieldWorkOf(trx, caseId)
  const run = await latestRun(trx, `case:${caseId}`)
  const base = await readFeatures(trx, 'DLTB', { within: around(range) })
  const sheet = mapSheet({
    title: survey.row.title,
    subtitle: `${survey.row.number} · ${survey.row.area_code}`,
    sheetNumber: sheetOf(range),
    base: base.map(({ geometry, attributes }) => ({ geometry, label: '', fill: fillOf(String(attributes.DLBM)) })),
    range,
    patches: survey.patches.flatMap(({ geometry, DLBM }) =>
      DLBM === null ? [] : [{ geometry, label: DLBM, fill: fillOf(DLBM) }],
    ),
    photos: photos.flatMap(({ position, azimuth }) => (position ? [{ position, azimuth }] : [])),
  })
  return {
    mapSheet: sheet,
    overlay: {
      clue: survey.clue,
      tables: await overlayOf(trx, survey.clue.id),
      shared: await sharedOf(trx, survey.clue.id),
      result: await processOf(trx, caseId),
    },
    quality: run ? { run, issues: await readIssues(trx, run.id) } : null,
  }
}

function around(range: MultiPolygon): Box {
  const [minX, minY, maxX, maxY] = boundingBox(range)
  const margin = Math.max(20, maxX - minX, maxY - minY)
  return [minX - margin, minY - margin, maxX + margin, maxY + margin]
}

/** 1:10 000 sheet of a point inside. */
function sheetOf(range: MultiPolygon): string {
  const place = pointOnSurface(range)
  return place ? sheetNumber(...placeToDegrees(place), 'G') : ''
}

async function overlayOf(trx: Trx, clue: string): Promise<unknown[]> {
  const { rows } =
    await sql`select layer, covered, key, ellipsoidal, planar from landuse_overlay where clue = ${clue} order by layer, ordinal`.execute(
      trx,
    )
  return rows
}

async function sharedOf(trx: Trx, clue: string): Promise<unknown[]> {
  const { rows } =
    await sql`select kind, payload, written_at as "writtenAt" from landuse_shared where clue = ${clue} order by kind`.execute(
      trx,
    )
  return rows
}

/** 更新过程 of the applied set the case is in. */
async function processOf(trx: Trx, caseId: string): Promise<unknown[]> {
  const { rows } = await sql`select u.change_set as "changeSet", u.attributes, u.area from landuse_update_process u
    join landuse_result_case l on l.change_set = u.change_set join change_set s on s.id = u.change_set
    where l.case_id = ${caseId} and s.state = 'applied' order by u.change_set, u.ordinal`.execute(trx)
  return rows
}
