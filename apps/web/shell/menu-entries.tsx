import {
  AppstoreOutlined,
  BarChartOutlined,
  CameraOutlined,
  CompassOutlined,
  DashboardOutlined,
  FileTextOutlined,
  GlobalOutlined,
  HomeOutlined,
  ImportOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MenuGroup } from '../../ui/module-pages.ts'
import { useSession } from '../../ui/session.ts'
import { modulePages } from '../modules.ts'
import { administrationVerbs } from '../pages/administration-parts.ts'
import { useWorklistCounts } from '../pages/use-worklist-counts.ts'

export type MenuEntry = {
  to: string
  title: string
  icon: ReactNode
  group: MenuGroup
  order: number
  verb?: string
  badge?: number
}

export const GROUPS: MenuGroup[] = ['business', 'results', 'settings']

/** The pages this person may open, in the menu's order. */
export function useMenuEntries(): MenuEntry[] {
  const { t, words } = useTexts()
  const { can } = useSession()
  const counts = useWorklistCounts()
  const own: MenuEntry[] = [
    {
      to: '/',
      title: t('web.menu.worklist'),
      icon: <HomeOutlined />,
      group: 'business',
      order: 0,
      verb: 'casework.worklist',
      badge: counts.data?.todo ?? 0,
    },
    {
      to: '/centre',
      title: t('centre.title'),
      icon: <AppstoreOutlined />,
      group: 'business',
      order: 5,
      verb: 'centre.business.list',
    },
    {
      to: '/map',
      title: t('web.menu.map'),
      icon: <GlobalOutlined />,
      group: 'business',
      order: 10,
      verb: 'onemap.layers',
    },
    {
      to: '/cases',
      title: t('web.menu.cases'),
      icon: <FileTextOutlined />,
      group: 'business',
      order: 50,
      verb: 'casework.case.search',
    },
    {
      to: '/supervision',
      title: t('web.menu.supervision'),
      icon: <DashboardOutlined />,
      group: 'business',
      order: 55,
      verb: 'casework.supervision.overview',
    },
    {
      to: '/filings',
      title: t('filings.title'),
      icon: <ImportOutlined />,
      group: 'business',
      order: 58,
      verb: 'casework.filing.list',
    },
    {
      to: '/snapshots',
      title: t('web.menu.snapshots'),
      icon: <CameraOutlined />,
      group: 'results',
      order: 20,
      verb: 'casework.snapshot.search',
    },
    {
      to: '/statistics',
      title: t('web.menu.statistics'),
      icon: <BarChartOutlined />,
      group: 'results',
      order: 30,
      verb: 'landuse.statistics',
    },
    {
      to: '/administration',
      title: t('web.menu.administration'),
      icon: <SettingOutlined />,
      group: 'settings',
      order: 0,
      verb: administrationVerbs.find((verb) => can(verb)) ?? 'administration.person.list',
    },
  ]
  const ofModules = modulePages.flatMap(({ pages }) =>
    pages.flatMap(({ path, menu }): MenuEntry[] =>
      menu ? [{ to: `/${path}`, ...menu, title: words(menu.title), icon: menu.icon ?? <CompassOutlined /> }] : [],
    ),
  )
  const allowed = [...own, ...ofModules].filter(({ verb }) => verb === undefined || can(verb))
  return allowed.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order)
}
