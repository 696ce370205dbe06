import { FileAddOutlined, FunctionOutlined, PartitionOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 流程设计: processes and decision tables, one's versions, drawing it; and filing a case of what was designed. */
export const pages: ModulePages = {
  business: 'processes',
  pages: [
    {
      path: 'processes',
      load: () => import('./list/processes-page.tsx'),
      menu: {
        title: { zh: '流程设计', en: 'Processes' },
        icon: <PartitionOutlined />,
        group: 'settings',
        order: 20,
        verb: 'processes.list',
      },
    },
    {
      path: 'new-case',
      load: () => import('./filing/new-case-page.tsx'),
      menu: {
        title: { zh: '新建案件', en: 'New case' },
        icon: <FileAddOutlined />,
        group: 'business',
        order: 45,
        verb: 'casework.case.file',
      },
    },
    { path: 'new-case/:process', load: () => import('./filing/file-case-page.tsx') },
    {
      path: 'rules',
      load: () => import('./rules/rules-page.tsx'),
      menu: {
        title: { zh: '业务规则', en: 'Business rules' },
        icon: <FunctionOutlined />,
        group: 'results',
        order: 40,
        verb: 'processes.rule.list',
      },
    },
    { path: 'rules/:key', load: () => import('./rules/rule-page.tsx') },
    { path: 'processes/decisions', load: () => import('./list/decisions-page.tsx') },
    { path: 'processes/of/:kind/:key', load: () => import('./versions/versions-page.tsx') },
    { path: 'processes/design/:designId', load: () => import('./design/design-page.tsx') },
    { path: 'processes/table/:designId', load: () => import('./table/table-page.tsx') },
  ],
}
