import { FundOutlined, ProjectOutlined, SafetyCertificateOutlined, SolutionOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 政务审批: the catalogue, filing by item, projects; what was filed as a tab of the case. */
export const pages: ModulePages = {
  business: 'approvals',
  pages: [
    {
      path: 'items',
      load: () => import('./items/items-page.tsx'),
      menu: {
        title: { zh: '事项立案', en: 'Items and filing' },
        icon: <SolutionOutlined />,
        group: 'business',
        order: 44,
        verb: 'approvals.item.list',
      },
    },
    { path: 'items/:code', load: () => import('./items/item-page.tsx') },
    { path: 'items/:code/chain', load: () => import('./chain/chain-page.tsx') },
    { path: 'items/:code/proposal', load: () => import('./items/proposal-page.tsx') },
    { path: 'items/:code/edit', load: () => import('./items/item-editor.tsx') },
    { path: 'filing/:code', load: () => import('./filing/filing-page.tsx') },
    { path: 'receipts/:caseId', load: () => import('./filing/receipt-page.tsx') },
    {
      path: 'projects',
      load: () => import('./projects/projects-page.tsx'),
      menu: {
        title: { zh: '项目库', en: 'Projects' },
        icon: <ProjectOutlined />,
        group: 'business',
        order: 46,
        verb: 'approvals.project.list',
      },
    },
    {
      path: 'tracking',
      load: () => import('./tracking/tracking-page.tsx'),
      menu: {
        title: { zh: '审批跟踪', en: 'Tracking' },
        icon: <FundOutlined />,
        group: 'results',
        order: 30,
        verb: 'approvals.tracking.overview',
      },
    },
    {
      path: 'permits',
      load: () => import('./results/results-page.tsx'),
      menu: {
        title: { zh: '许可结果', en: 'Permits issued' },
        icon: <SafetyCertificateOutlined />,
        group: 'results',
        order: 25,
        verb: 'approvals.result.list',
      },
    },
    { path: 'projects/:code', load: () => import('./projects/project-page.tsx') },
  ],
  caseTabs: [
    { key: 'filing', title: 'approvals.tab', load: () => import('./case-tab.tsx') },
    { key: 'review', title: 'approvals.review.tab', load: () => import('./review/review-tab.tsx') },
  ],
}
