import {
  BarChartOutlined,
  CameraOutlined,
  CompassOutlined,
  FileTextOutlined,
  GlobalOutlined,
  HomeOutlined,
  LeftOutlined,
  RightOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import { type ReactNode, useState } from 'react'
import { NavLink } from 'react-router'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MenuGroup } from '../../ui/module-pages.ts'
import { useSession } from '../../ui/session.ts'
import { modulePages } from '../modules.ts'
import { useWorklistCounts } from '../pages/use-worklist-counts.ts'

type Entry = {
  to: string
  title: string
  icon: ReactNode
  group: MenuGroup
  order: number
  verb?: string
  badge?: number
}

const GROUPS: MenuGroup[] = ['business', 'results', 'settings']

export function SideMenu() {
  const { t } = useTexts()
  const { can } = useSession()
  const [isFolded, setFolded] = useState(() => localStorage.getItem('yutu.menu') === 'folded')
  const fold = () => {
    localStorage.setItem('yutu.menu', isFolded ? '' : 'folded')
    setFolded(!isFolded)
  }
  const entries = useEntries().filter(({ verb }) => verb === undefined || can(verb))
  return (
    <nav className={isFolded ? 'shell-side shell-side-folded' : 'shell-side'} aria-label={t('web.name')}>
      {GROUPS.map((group) => (
        <MenuPart
          key={group}
          title={t(`web.menu.${group}`)}
          entries={entries.filter((entry) => entry.group === group)}
        />
      ))}
      <button
        type="button"
        className="side-fold"
        onClick={fold}
        aria-label={t(isFolded ? 'web.menu.unfold' : 'web.menu.fold')}
      >
        {isFolded ? <RightOutlined /> : <LeftOutlined />}
      </button>
    </nav>
  )
}

function MenuPart({ title, entries }: { title: string; entries: Entry[] }) {
  if (entries.length === 0) return null
  return (
    <>
      <div className="side-group">{title}</div>
      {entries.map(({ to, title: name, icon, badge }) => (
        <NavLink key={to} to={to} end={to === '/'} className="side-link" title={name}>
          {icon}
          <span>{name}</span>
          {badge !== undefined && badge > 0 && <span className="side-badge">{badge > 99 ? '99+' : badge}</span>}
        </NavLink>
      ))}
    </>
  )
}

function useEntries(): Entry[] {
  const { t, words } = useTexts()
  const counts = useWorklistCounts()
  const own: Entry[] = [
    {
      to: '/',
      title: t('web.menu.worklist'),
      icon: <HomeOutlined />,
      group: 'business',
      order: 0,
      badge: counts.data?.todo ?? 0,
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
      verb: 'administration.person.list',
    },
  ]
  const ofModules = modulePages.flatMap(({ pages }) =>
    pages.flatMap(({ path, menu }): Entry[] =>
      menu ? [{ to: `/${path}`, ...menu, title: words(menu.title), icon: menu.icon ?? <CompassOutlined /> }] : [],
    ),
  )
  return [...own, ...ofModules].sort((a, b) => a.order - b.order)
}
