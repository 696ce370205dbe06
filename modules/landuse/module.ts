import type { Module } from '../../kernel/http/action.ts'
import { adjustClues } from './actions/adjust-clues.ts'
import { cancelBatch } from './actions/cancel-batch.ts'
import { confirmClues } from './actions/confirm-clues.ts'
import { confirmMapping } from './actions/confirm-mapping.ts'
import { openBatch } from './actions/open-batch.ts'
import { overlayBatch } from './actions/overlay-batch.ts'
import { processBatchAction } from './actions/process-batch.ts'
import { revertRepair } from './actions/revert-repair.ts'
import { screenBatch } from './actions/screen-batch.ts'
import { uploadBatch } from './actions/upload-batch.ts'
import { listenJob } from './jobs/listen.ts'
import { processBatch } from './jobs/process-batch.ts'
import { publishLanduse } from './publish.ts'
import { listBatches } from './queries/list-batches.ts'
import { listClues } from './queries/list-clues.ts'
import { reportBatch } from './queries/report-batch.ts'
import { statistics } from './queries/statistics.ts'
import { viewBatch } from './queries/view-batch.ts'
import { viewClue } from './queries/view-clue.ts'
import { resultActions, resultJobs, resultQueries } from './result/parts.ts'
import { surveyActions, surveyJobs, surveyQueries } from './survey/parts.ts'

export const landuse = {
  name: 'landuse',
  title: { zh: '现状调查', en: 'Land use' },
  actions: [
    uploadBatch,
    confirmMapping,
    processBatchAction,
    overlayBatch,
    screenBatch,
    openBatch,
    cancelBatch,
    adjustClues,
    confirmClues,
    revertRepair,
    ...surveyActions,
    ...resultActions,
  ],
  queries: [listBatches, viewBatch, reportBatch, listClues, viewClue, statistics, ...surveyQueries, ...resultQueries],
  jobs: [processBatch, listenJob, ...surveyJobs, ...resultJobs],
  publish: publishLanduse,
} as const satisfies Module
