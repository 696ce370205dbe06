import { PartitionOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 流程设计: processes and decision tables, one's versions, drawing it. */
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
    { path: 'processes/decisions', load: () => import('./list/decisions-page.tsx') },
    { path: 'processes/of/:kind/:key', load: () => import('./versions/versions-page.tsx') },
    { path: 'processes/design/:designId', load: () => import('./design/design-page.tsx') },
    { path: 'processes/table/:designId', load: () => import('./table/table-page.tsx') },
  ],
}
