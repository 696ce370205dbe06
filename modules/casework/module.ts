import type { Module } from '../../kernel/http/action.ts'
import { addOpinion } from './actions/add-opinion.ts'
import { attachResource } from './actions/attach-resource.ts'
import { claimTasks, returnTasks, withdrawTasks } from './actions/batch-tasks.ts'
import { claimTask } from './actions/claim-task.ts'
import { confirmClosure, proposeClosure } from './actions/close-irregularly.ts'
import { completeTask } from './actions/complete-task.ts'
import { fileCase } from './actions/file-case.ts'
import { forceClaimTask } from './actions/force-claim-task.ts'
import { linkCases } from './actions/link-cases.ts'
import { nudgeCase } from './actions/nudge-case.ts'
import { readNotices } from './actions/read-notices.ts'
import { reassignTask } from './actions/reassign-task.ts'
import { removeResource } from './actions/remove-resource.ts'
import { resumeCase } from './actions/resume-case.ts'
import { retryService } from './actions/retry-service.ts'
import { returnTask } from './actions/return-task.ts'
import { saveDraft } from './actions/save-draft.ts'
import { sendStraightBack } from './actions/send-straight-back.ts'
import { suspendCase } from './actions/suspend-case.ts'
import { unclaimTask } from './actions/unclaim-task.ts'
import { withdrawTask } from './actions/withdraw-task.ts'
import { archiveJob } from './jobs/archive-case.ts'
import { candidates } from './queries/candidates.ts'
import { downloadResource } from './queries/download-resource.ts'
import { filable } from './queries/filable.ts'
import { notices } from './queries/notices.ts'
import { searchCases } from './queries/search-cases.ts'
import { downloadSnapshot, searchSnapshots, viewSnapshot } from './queries/snapshots.ts'
import { viewCase } from './queries/view-case.ts'
import { worklist, worklistCounts } from './queries/worklist.ts'

export const casework = {
  name: 'casework',
  title: { zh: '案件', en: 'Casework' },
  actions: [
    fileCase,
    completeTask,
    claimTask,
    unclaimTask,
    returnTask,
    sendStraightBack,
    withdrawTask,
    reassignTask,
    forceClaimTask,
    saveDraft,
    claimTasks,
    returnTasks,
    withdrawTasks,
    suspendCase,
    resumeCase,
    nudgeCase,
    proposeClosure,
    confirmClosure,
    retryService,
    linkCases,
    addOpinion,
    attachResource,
    removeResource,
    readNotices,
  ],
  queries: [
    worklist,
    worklistCounts,
    viewCase,
    filable,
    searchCases,
    candidates,
    notices,
    searchSnapshots,
    viewSnapshot,
    downloadSnapshot,
    downloadResource,
  ],
  jobs: [archiveJob],
} as const satisfies Module
