import { Type } from '@sinclair/typebox'
import { query } from '../../../../kernel/http/action.ts'
import { overlay } from '../../../../kernel/overlay/overlay.ts'
import { areaToDegrees, fieldWorkOf, placeToDegrees } from '../../../fieldwork/api.ts'
import { proposalsFor } from '../proposals.ts'
import { readSurveyCase } from '../survey-case.ts'
import { refuseUnseen } from '../visible-case.ts'

/** What the survey page shows: clue, ranges, patches as saved or as proposed from the base map, photos. Places in degrees. */
export const viewSurvey = query({
  name: 'landuse.survey.view',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { caseId }) {
    const { row, clue, ranges, patches, survey } = await readSurveyCase(trx, caseId)
    refuseUnseen(person, 'landuse.survey.view', row)
    const subjects = ranges.map(({ id, geometry }) => ({ id, geometry }))
    const { rows } = await overlay(trx, {
      subjects,
      layers: [{ layer: 'DLTB', by: ['DLBM', 'DLMC', 'QSXZ', 'QSDWMC', 'ZLDWMC'] }],
    })
    const { photos } = await fieldWorkOf(trx, caseId)
    return {
      case: { id: row.id, number: row.number, title: row.title, areaCode: row.area_code, state: row.state },
      clue,
      proposal: (await proposalsFor(trx, [caseId]))[0] ?? null,
      ranges: ranges.map((range) => ({ ...range, geometry: areaToDegrees(range.geometry) })),
      patches: patches.map((patch) => ({ ...patch, geometry: areaToDegrees(patch.geometry) })),
      base: rows.map(({ subject: range, key, ellipsoidal, planar }) => ({ range, ...key, ellipsoidal, planar })),
      survey: survey ?? null,
      photos: photos.map((photo) => ({ ...photo, position: photo.position && placeToDegrees(photo.position) })),
    }
  },
})
