import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { opinionsOf } from '../../../../kernel/cases/talk/opinions.ts'
import type { Trx } from '../../../../kernel/db/database.ts'
import { query } from '../../../../kernel/http/action.ts'
import { landuseName } from '../../../../kernel/layers/codes/landuse.ts'
import { overlay } from '../../../../kernel/overlay/overlay.ts'
import { latestRun } from '../../../../kernel/quality/runs.ts'
import { areaToDegrees, fieldWorkOf, placeToDegrees } from '../../../fieldwork/api.ts'
import { toView } from '../issue-view.ts'
import { readSurveyCase, type SurveyPatch } from '../survey-case.ts'
import { refuseUnseen } from '../visible-case.ts'

/** So much ground that was one class on the base map is another in the survey; m² (ellipsoidal). */
export type ClassChange = { before: string; beforeName: string; after: string; afterName: string; area: number }

/** 内业审核: old and new class, photos with place and direction, overlay, quality, opinions. Places in degrees. */
export const viewReview = query({
  name: 'landuse.review.view',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { caseId }) {
    const { row, clue, ranges, patches, survey } = await readSurveyCase(trx, caseId)
    refuseUnseen(person, 'landuse.review.view', row)
    const { photos } = await fieldWorkOf(trx, caseId)
    const run = await latestRun(trx, `case:${caseId}`)
    return {
      case: { id: row.id, number: row.number, title: row.title, areaCode: row.area_code, state: row.state },
      clue,
      survey: survey ?? null,
      surveyedBy: await surveyorsOf(trx, caseId),
      ranges: ranges.map((range) => ({ ...range, geometry: areaToDegrees(range.geometry) })),
      patches: patches.map((patch) => ({ ...patch, geometry: areaToDegrees(patch.geometry) })),
      changes: await classChanges(trx, patches),
      photos: photos.map((photo) => ({ ...photo, position: photo.position && placeToDegrees(photo.position) })),
      overlay: await overlayOf(trx, clue.id),
      quality: run ? await toView(trx, run.id) : [],
      opinions: await opinionsOf({ trx }, caseId),
    }
  },
})

async function surveyorsOf(trx: Trx, caseId: string) {
  const { rows } = await sql<{
    id: string
    name: string
    step: string
  }>`select distinct p.id, p.name, t.step from task t join person p on p.id = t.done_by
    where t.case_id = ${caseId} and t.step in ('office', 'field') and t.state = 'done'`.execute(trx)
  return rows
}

async function classChanges(trx: Trx, patches: readonly SurveyPatch[]): Promise<ClassChange[]> {
  const { rows } = await overlay(trx, {
    subjects: patches.map(({ id, geometry }) => ({ id, geometry })),
    layers: [{ layer: 'DLTB', by: ['DLBM'] }],
  })
  const after = new Map(patches.map(({ id, DLBM }) => [id, DLBM ?? '']))
  const sums = Map.groupBy(rows, ({ key, subject }) => `${key.DLBM ?? ''}|${after.get(subject)}`)
  return [...sums]
    .map(([pair, same]): ClassChange => {
      const [from = '', to = ''] = pair.split('|')
      const area = Math.round(same.reduce((sum, { ellipsoidal }) => sum + ellipsoidal, 0) * 100) / 100
      return { before: from, beforeName: landuseName(from) ?? '', after: to, afterName: landuseName(to) ?? '', area }
    })
    .sort((a, b) => b.area - a.area)
}

type OverlayLine = {
  layer: string
  covered: boolean
  key: Record<string, string | number | null>
  ellipsoidal: number
  planar: number
}

/** What the screening found under the clue. */
async function overlayOf(trx: Trx, clue: string): Promise<OverlayLine[]> {
  const { rows } =
    await sql<OverlayLine>`select layer, covered, key, ellipsoidal, planar from landuse_overlay where clue = ${clue} order by layer, ordinal`.execute(
      trx,
    )
  return rows
}
