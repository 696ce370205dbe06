import type { Box } from '../../../kernel/geometry/types.ts'
import { plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { act } from '../../../testing/act.ts'
import { areaToDegrees } from '../../fieldwork/api.ts'
import { confirmClues } from '../actions/confirm-clues.ts'
import { approveReview } from '../survey/actions/approve-review.ts'
import { saveSurvey } from '../survey/actions/save-survey.ts'
import { sortCases } from '../survey/actions/sort-cases.ts'
import { submitSurvey } from '../survey/actions/submit-survey.ts'
import { openMonitoring, runServiceJobs, type Station } from '../survey/station.testing.ts'

/** For tests only: a case over a rectangle, surveyed in the office as one patch, checked and approved. */
export async function approvedCase(
  here: Station,
  box: Box,
  DLBM = '0702',
): Promise<{ caseId: string; number: string }> {
  const { trx, lin, sun } = here
  const { caseId, clueId, number } = await openMonitoring(here, plot(...box))
  await act(trx, lin, confirmClues, { clueIds: [clueId] })
  await act(trx, lin, sortCases, { caseIds: [caseId], to: 'office', reason: '影像清晰' })
  await act(trx, lin, saveSurvey, {
    caseId,
    patches: [{ geometry: areaToDegrees(plot(...box)), DLBM }],
    opinion: '新建',
  })
  await act(trx, lin, submitSurvey, { caseId })
  await runServiceJobs(trx)
  await act(trx, sun, approveReview, { caseId })
  return { caseId, number }
}
