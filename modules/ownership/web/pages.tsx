import { BankOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 权属调查: how the county stands with its homestead changes. */
export const pages: ModulePages = {
  business: 'ownership',
  pages: [
    {
      path: 'homesteads',
      load: () => import('./statistics/statistics-page.tsx'),
      menu: {
        title: { zh: '宅基地统计', en: 'Homesteads' },
        icon: <BankOutlined />,
        group: 'results',
        order: 35,
        verb: 'ownership.homestead.statistics',
      },
    },
  ],
}
