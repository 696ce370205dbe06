import { approveReview } from './actions/approve-review.ts'
import { dispatchField } from './actions/dispatch-field.ts'
import { importVertices } from './actions/import-vertices.ts'
import { returnQuality, returnReview } from './actions/return-review.ts'
import { runQuality } from './actions/run-quality.ts'
import { saveSurvey } from './actions/save-survey.ts'
import { sendToField } from './actions/send-to-field.ts'
import { sortCases } from './actions/sort-cases.ts'
import { submitSurvey } from './actions/submit-survey.ts'
import { checkQuality } from './jobs/check-quality.ts'
import { sortProposals } from './queries/sort-proposals.ts'
import { viewQuality } from './queries/view-quality.ts'
import { viewReview } from './queries/view-review.ts'
import { viewSurvey } from './queries/view-survey.ts'

/** Sorting, survey, quality check and review, for the module's manifest. */
export const surveyActions = [
  sortCases,
  saveSurvey,
  submitSurvey,
  sendToField,
  importVertices,
  dispatchField,
  runQuality,
  returnQuality,
  approveReview,
  returnReview,
] as const
export const surveyQueries = [sortProposals, viewSurvey, viewQuality, viewReview] as const
export const surveyJobs = [checkQuality] as const
