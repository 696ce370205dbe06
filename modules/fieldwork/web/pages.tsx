import { InboxOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 外业: what the console shows of field work. */
export const pages: ModulePages = {
  business: 'fieldwork',
  pages: [
    {
      path: 'field/held',
      load: () => import('./conflicts/conflicts-page.tsx'),
      menu: {
        title: { zh: '外业待处理', en: 'Held field work' },
        icon: <InboxOutlined />,
        group: 'business',
        order: 45,
        verb: 'fieldwork.operation.list',
      },
    },
    { path: 'field/held/:operationId', load: () => import('./conflicts/conflicts-page.tsx') },
  ],
}
