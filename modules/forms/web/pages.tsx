import { BookOutlined, FormOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 表单设计 and 代码表: what is filled in, and what it is chosen from. */
export const pages: ModulePages = {
  business: '*',
  pages: [
    {
      path: 'forms',
      load: () => import('./list/forms-page.tsx'),
      menu: {
        title: { zh: '表单设计', en: 'Forms' },
        icon: <FormOutlined />,
        group: 'settings',
        order: 20,
        verb: 'forms.form.list',
      },
    },
    { path: 'forms/:key', load: () => import('./design/design-page.tsx') },
    {
      path: 'dictionaries',
      load: () => import('./dictionaries/dictionaries-page.tsx'),
      menu: {
        title: { zh: '代码表', en: 'Code tables' },
        icon: <BookOutlined />,
        group: 'settings',
        order: 30,
        verb: 'forms.dictionary.list',
      },
    },
    { path: 'dictionaries/:scheme/:edition', load: () => import('./dictionaries/edition-page.tsx') },
  ],
}
