import { AuditOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 合规性审查: the reports, making one, one on the map and on paper; a tab of monitoring cases. */
export const pages: ModulePages = {
  business: 'landuse',
  pages: [
    {
      path: 'compliance',
      load: () => import('./list/reports-page.tsx'),
      menu: {
        title: { zh: '合规性审查', en: 'Compliance' },
        icon: <AuditOutlined />,
        group: 'business',
        order: 40,
        verb: 'compliance.report.list',
      },
    },
    { path: 'compliance/new', load: () => import('./make/make-page.tsx') },
    { path: 'compliance/:reportId', load: () => import('./report/report-page.tsx') },
    { path: 'compliance/:reportId/print', load: () => import('./report/print-page.tsx') },
  ],
  caseTabs: [{ key: 'compliance', title: 'compliance.tab', load: () => import('./list/case-tab.tsx') }],
}
