import { AimOutlined, BuildOutlined, InboxOutlined, ShareAltOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** What land monitoring brings to the console; the panels replace the plain form at the steps of landuse.monitoring. */
export const pages: ModulePages = {
  business: 'landuse',
  pages: [
    {
      path: 'batches',
      load: () => import('./batches/batches-page.tsx'),
      menu: {
        title: { zh: '线索批次', en: 'Clue batches' },
        icon: <InboxOutlined />,
        group: 'business',
        order: 20,
        verb: 'landuse.batch.list',
      },
    },
    { path: 'batches/:batchId', load: () => import('./batches/batch-page.tsx') },
    {
      path: 'screening',
      load: () => import('./screening/screening-page.tsx'),
      menu: {
        title: { zh: '甄别', en: 'Screening' },
        icon: <AimOutlined />,
        group: 'business',
        order: 30,
        verb: 'landuse.clue.list',
      },
    },
    {
      path: 'results',
      load: () => import('./results/results-page.tsx'),
      menu: {
        title: { zh: '成果', en: 'Results' },
        icon: <BuildOutlined />,
        group: 'results',
        order: 0,
        verb: 'landuse.result.list',
      },
    },
    { path: 'results/:changeSetId', load: () => import('./results/change-set-page.tsx') },
    {
      path: 'sharing',
      load: () => import('./results/sharing-page.tsx'),
      menu: {
        title: { zh: '共享', en: 'Sharing' },
        icon: <ShareAltOutlined />,
        group: 'results',
        order: 10,
        verb: 'landuse.share.list',
      },
    },
  ],
  stepPanels: {
    screen: { load: () => import('./survey/screen-panel.tsx') },
    sort: {
      load: () => import('./survey/sort-panel.tsx'),
      complete: ({ caseId, outcome, data, opinion }) => ({
        verb: 'landuse.case.sort',
        input: {
          caseIds: [caseId],
          to: outcome,
          reason: [data.sortingReason, opinion].filter(Boolean).join(' ') || undefined,
        },
      }),
    },
    office: {
      load: () => import('./survey/office-panel.tsx'),
      complete: ({ caseId, outcome, data, opinion }) =>
        outcome === 'toField'
          ? { verb: 'landuse.survey.sendToField', input: { caseId, reason: opinion ?? data.surveyOpinion ?? '' } }
          : { verb: 'landuse.survey.submit', input: { caseId, opinion: data.surveyOpinion ?? opinion } },
    },
    field: { load: () => import('./survey/field-panel.tsx') },
    review: {
      load: () => import('./survey/review-panel.tsx'),
      complete: ({ caseId, data, opinion }) => ({
        verb: 'landuse.review.approve',
        input: { caseId, opinion: data.reviewOpinion ?? opinion },
      }),
    },
    result: { load: () => import('./survey/result-panel.tsx') },
  },
  caseTabs: [{ key: 'quality', title: 'landuse.tab.quality', load: () => import('./survey/quality-tab.tsx') }],
}
