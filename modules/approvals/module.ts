import type { Module } from '../../kernel/http/action.ts'
import { dropFilingDraft, saveFilingDraft } from './actions/drafts.ts'
import { fileItem } from './actions/file-case.ts'
import { proposeItem, withdrawItem } from './actions/propose-item.ts'
import { declineItem, publishItem } from './actions/publish-item.ts'
import { recordMilestone } from './actions/record-milestone.ts'
import { registerProject } from './actions/register-project.ts'
import { itemChain } from './chain/item-chain.ts'
import { publishApprovals } from './publish.ts'
import { listDrafts, viewDraft } from './queries/drafts.ts'
import { listProposals, viewProposal } from './queries/item-proposals.ts'
import { itemChoices, listItems, viewItem } from './queries/items.ts'
import { listProjects, viewProject } from './queries/projects.ts'
import { reviewCase } from './queries/review-case.ts'
import { viewFiling } from './queries/view-filing.ts'
import { issueResult } from './results/issue.ts'
import { downloadResult, listResults, verifyResult } from './results/list.ts'
import { revokeResult } from './results/revoke.ts'
import { trackingOverview } from './tracking/overview.ts'
import { trackingPlaces } from './tracking/places.ts'
import { trackingProjects } from './tracking/projects.ts'

export const approvals = {
  name: 'approvals',
  title: { zh: '政务审批', en: 'Approvals' },
  actions: [
    fileItem,
    saveFilingDraft,
    dropFilingDraft,
    proposeItem,
    withdrawItem,
    publishItem,
    declineItem,
    registerProject,
    recordMilestone,
    issueResult,
    revokeResult,
  ],
  queries: [
    listItems,
    viewItem,
    itemChoices,
    listProposals,
    viewProposal,
    listDrafts,
    viewDraft,
    listProjects,
    viewProject,
    viewFiling,
    reviewCase,
    itemChain,
    listResults,
    downloadResult,
    verifyResult,
    trackingOverview,
    trackingPlaces,
    trackingProjects,
  ],
  jobs: [],
  publish: publishApprovals,
} as const satisfies Module
