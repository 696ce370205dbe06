import type { Module } from '../../kernel/http/action.ts'
import { addComment } from './actions/add-comment.ts'
import { addOpinion } from './actions/add-opinion.ts'
import { addSigner } from './actions/add-signer.ts'
import { askCorrection } from './actions/ask-correction.ts'
import { attachResource } from './actions/attach-resource.ts'
import { resumeCases, suspendCases } from './actions/batch-cases.ts'
import { claimTasks, reassignTasks, returnTasks, withdrawTasks } from './actions/batch-tasks.ts'
import { changeHandler } from './actions/change-handler.ts'
import { circulateCase } from './actions/circulate-case.ts'
import { readCirculation, recallCirculation } from './actions/circulation-receipts.ts'
import { claimTask } from './actions/claim-task.ts'
import { confirmClosure, proposeClosure } from './actions/close-irregularly.ts'
import { completeTask } from './actions/complete-task.ts'
import { delegateTask } from './actions/delegate-task.ts'
import { endDelegation } from './actions/end-delegation.ts'
import { answerSupervision, endSupervision } from './actions/end-supervision.ts'
import { askExtension, decideExtension, decideExtensions } from './actions/extend-limit.ts'
import { fileAgain } from './actions/file-again.ts'
import { fileCase } from './actions/file-case.ts'
import { forceClaimTask } from './actions/force-claim-task.ts'
import { grantDelegation } from './actions/grant-delegation.ts'
import { linkCases } from './actions/link-cases.ts'
import { nudgeCase } from './actions/nudge-case.ts'
import { removeTemplate, saveTemplate } from './actions/opinion-templates.ts'
import { endOwnSignature, keepOwnSignature, viewOwnSignature } from './actions/own-signature.ts'
import { reassignTask } from './actions/reassign-task.ts'
import { recallTask } from './actions/recall-task.ts'
import { receiveCorrection } from './actions/receive-correction.ts'
import { receiveFiling } from './actions/receive-filing.ts'
import { removeResource } from './actions/remove-resource.ts'
import { removeSigner } from './actions/remove-signer.ts'
import { resolveTask } from './actions/resolve-task.ts'
import { resumeCase } from './actions/resume-case.ts'
import { retryService } from './actions/retry-service.ts'
import { returnTask } from './actions/return-task.ts'
import { saveDraft } from './actions/save-draft.ts'
import { sendStraightBack } from './actions/send-straight-back.ts'
import { signTask } from './actions/sign-task.ts'
import { superviseCase } from './actions/supervise-case.ts'
import { suspendCase } from './actions/suspend-case.ts'
import { unclaimTask } from './actions/unclaim-task.ts'
import { unlinkCases } from './actions/unlink-cases.ts'
import { chooseView, removeListView, saveListView, shareListView } from './actions/views.ts'
import { withdrawTask } from './actions/withdraw-task.ts'
import { archiveJob } from './jobs/archive-case.ts'
import { followTableJob } from './jobs/follow-table.ts'
import { candidates } from './queries/candidates.ts'
import { caseChoices } from './queries/case-choices.ts'
import { commentPeople } from './queries/comment-people.ts'
import { delegations, standInCandidates } from './queries/delegations.ts'
import { downloadResource } from './queries/download-resource.ts'
import { downloadAll, exportCase, printCase } from './queries/export-case.ts'
import { filable } from './queries/filable.ts'
import { filings } from './queries/filings.ts'
import { handlers } from './queries/handlers.ts'
import { mainContract } from './queries/main-contract.ts'
import { listTemplates, listViews } from './queries/personal.ts'
import { resourceVersions } from './queries/resource-versions.ts'
import { searchCases } from './queries/search-cases.ts'
import { downloadSnapshot, searchSnapshots, viewSnapshot } from './queries/snapshots.ts'
import { overview, trend, waitingList } from './queries/supervision.ts'
import { viewCase } from './queries/view-case.ts'
import { viewCounts, worklist, worklistCounts } from './queries/worklist.ts'

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
    reassignTasks,
    addSigner,
    removeSigner,
    signTask,
    askExtension,
    decideExtension,
    decideExtensions,
    delegateTask,
    resolveTask,
    recallTask,
    grantDelegation,
    endDelegation,
    circulateCase,
    readCirculation,
    recallCirculation,
    superviseCase,
    answerSupervision,
    endSupervision,
    askCorrection,
    receiveCorrection,
    receiveFiling,
    fileAgain,
    changeHandler,
    suspendCases,
    resumeCases,
    suspendCase,
    resumeCase,
    nudgeCase,
    proposeClosure,
    confirmClosure,
    retryService,
    linkCases,
    unlinkCases,
    addComment,
    saveTemplate,
    removeTemplate,
    saveListView,
    chooseView,
    shareListView,
    removeListView,
    addOpinion,
    keepOwnSignature,
    endOwnSignature,
    attachResource,
    removeResource,
  ],
  queries: [
    worklist,
    worklistCounts,
    viewCounts,
    listViews,
    listTemplates,
    viewOwnSignature,
    commentPeople,
    caseChoices,
    mainContract,
    handlers,
    exportCase,
    printCase,
    downloadAll,
    resourceVersions,
    overview,
    waitingList,
    trend,
    viewCase,
    filable,
    searchCases,
    candidates,
    filings,
    delegations,
    standInCandidates,
    searchSnapshots,
    viewSnapshot,
    downloadSnapshot,
    downloadResource,
  ],
  jobs: [archiveJob, followTableJob],
} as const satisfies Module
