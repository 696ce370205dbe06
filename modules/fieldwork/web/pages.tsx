import { AppstoreOutlined, CameraOutlined, EyeOutlined, InboxOutlined, SendOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 外业: what the console shows of field work. */
export const pages: ModulePages = {
  business: 'fieldwork',
  pages: [
    {
      path: 'fieldwork/dispatch',
      load: () => import('./dispatch/dispatch-page.tsx'),
      menu: {
        title: { zh: '外业派发', en: 'Field dispatch' },
        icon: <SendOutlined />,
        group: 'business',
        order: 40,
        verb: 'fieldwork.dispatch.list',
      },
    },
    {
      path: 'fieldwork/held',
      load: () => import('./conflicts/conflicts-page.tsx'),
      menu: {
        title: { zh: '外业待处理', en: 'Held field work' },
        icon: <InboxOutlined />,
        group: 'business',
        order: 45,
        verb: 'fieldwork.operation.list',
      },
    },
    {
      path: 'fieldwork/modules',
      load: () => import('./pool/pool-page.tsx'),
      menu: {
        title: { zh: '外业业务池', en: 'Field modules' },
        icon: <AppstoreOutlined />,
        group: 'settings',
        order: 40,
        verb: 'fieldwork.pool.list',
      },
    },
    { path: 'fieldwork/held/:operationId', load: () => import('./conflicts/conflicts-page.tsx') },
    {
      path: 'fieldwork/found',
      load: () => import('./evidence/evidence-page.tsx'),
      menu: {
        title: { zh: '自主发现', en: 'Found in the field' },
        icon: <EyeOutlined />,
        group: 'business',
        order: 47,
        verb: 'fieldwork.evidence.prepare',
      },
    },
    {
      path: 'fieldwork/templates',
      load: () => import('./templates/templates-page.tsx'),
      menu: {
        title: { zh: '举证模板', en: 'Evidence templates' },
        icon: <CameraOutlined />,
        group: 'settings',
        order: 42,
        verb: 'fieldwork.template.publish',
      },
    },
  ],
  tabsAlsoFor: ['landuse'],
  caseTabs: [{ key: 'field', title: 'fieldwork.result.tab', load: () => import('./result/result-tab.tsx') }],
}
