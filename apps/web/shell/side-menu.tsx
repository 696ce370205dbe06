import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { NavLink } from 'react-router'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { GROUPS, type MenuEntry, useMenuEntries } from './menu-entries.tsx'
import './side-menu.css'

export function SideMenu() {
  const { t } = useTexts()
  const [isFolded, setFolded] = useState(() => localStorage.getItem('yutu.menu') === 'folded')
  const fold = () => {
    localStorage.setItem('yutu.menu', isFolded ? '' : 'folded')
    setFolded(!isFolded)
  }
  return (
    <nav className={isFolded ? 'shell-side shell-side-folded' : 'shell-side'} aria-label={t('web.navigation')}>
      <MenuParts />
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

/** The pages one may open, by group. */
export function MenuParts() {
  const { t } = useTexts()
  const entries = useMenuEntries()
  return GROUPS.map((group) => (
    <MenuPart key={group} title={t(`web.menu.${group}`)} entries={entries.filter((entry) => entry.group === group)} />
  ))
}

function MenuPart({ title, entries }: { title: string; entries: MenuEntry[] }) {
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
