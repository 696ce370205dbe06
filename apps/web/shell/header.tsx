import { SearchOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { can, type Person } from '../../../kernel/identity/can.ts'
import { reachOf } from '../../ui/area-reach.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAreas } from '../../ui/use-areas.ts'
import { useIsPhone } from '../../ui/use-is-phone.ts'
import { Finder } from './finder.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Logo } from './logo.tsx'
import { Notifications } from './notifications.tsx'
import { PhoneMenu } from './phone-menu.tsx'
import { UserMenu } from './user-menu.tsx'
import './header.css'

export function Header({ person }: { person: Person }) {
  const { t } = useTexts()
  const [isFinding, setFinding] = useState(false)
  const maySearch = ['casework.case.search', 'landuse.clue.list', 'onemap.areas'].some((verb) => can(person, verb))
  useControlK(() => maySearch && setFinding(true))
  return (
    <header className="shell-header">
      {useIsPhone() && <PhoneMenu />}
      <Link to="/" className="shell-brand">
        <Logo />
        {t('web.title')}
      </Link>
      <Reach />
      {maySearch && (
        <button
          type="button"
          className="shell-search"
          onClick={() => setFinding(true)}
          aria-label={`${t('web.search')} Ctrl K`}
        >
          <SearchOutlined />
          <span className="shell-search-word">{t('web.search')}</span> <kbd>Ctrl K</kbd>
        </button>
      )}
      <div className="shell-tools">
        <LanguageSwitch />
        <Notifications />
        <UserMenu person={person} />
      </div>
      {isFinding && <Finder onClose={() => setFinding(false)} />}
    </header>
  )
}

/** Where this person may work: the county, or their towns. */
function Reach() {
  const { t } = useTexts()
  const reach = reachOf(useAreas(), (names, count) => t('web.reach.more', { names, count }))
  return reach ? <span className="shell-county">{reach}</span> : null
}

function useControlK(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [open])
}
