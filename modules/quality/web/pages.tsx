import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 数据质检: the runs, and one run with its issues on the map. */
export const pages: ModulePages = {
  business: 'quality',
  pages: [
    {
      path: 'quality',
      load: () => import('./runs/runs-page.tsx'),
      menu: {
        title: { zh: '数据质检', en: 'Data quality' },
        icon: <SafetyCertificateOutlined />,
        group: 'results',
        order: 15,
        verb: 'quality.run.list',
      },
    },
    { path: 'quality/:runId', load: () => import('./run/run-page.tsx') },
  ],
}
