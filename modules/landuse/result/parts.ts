import { abandonResult } from './actions/abandon-result.ts'
import { applyResult } from './actions/apply-result.ts'
import { draftResultSet } from './actions/draft-result.ts'
import { keepBase } from './actions/keep-base.ts'
import { redeliver } from './actions/redeliver.ts'
import { revertResult } from './actions/revert-result.ts'
import { archiveResult } from './jobs/archive-case.ts'
import { shareResult } from './jobs/share-result.ts'
import { listResults } from './queries/list-results.ts'
import { listShared } from './queries/list-shared.ts'
import { previewResult } from './queries/preview-result.ts'

/** Result, sharing and archive, for the module's manifest. */
export const resultActions = [draftResultSet, applyResult, abandonResult, revertResult, keepBase, redeliver] as const
export const resultQueries = [listResults, previewResult, listShared] as const
export const resultJobs = [shareResult, archiveResult] as const
