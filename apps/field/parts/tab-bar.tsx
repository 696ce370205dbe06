import { Icon } from '../../ui/components/field-icon.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useUnread } from '../home/messages/kept-inbox.ts'
import type { KeptPerson } from '../store/field-database.ts'
import './tab-bar.css'

const TABS = ['home', 'tasks', 'map', 'messages', 'me'] as const
export type Tab = (typeof TABS)[number]

/** The five rooms of the phone, at the thumb; unread messages are counted on theirs. */
export function TabBar({ at, person }: { at: Tab; person: KeptPerson }) {
  const { t } = useTexts()
  const unread = useUnread(person.id)
  return (
    <nav className="tab-bar" aria-label={t('field.tabs')}>
      {TABS.map((tab) => (
        <a key={tab} href={tab === 'home' ? '#/' : `#/${tab}`} aria-current={tab === at ? 'page' : undefined}>
          <span className="tab-icon">
            <Icon name={tab} />
            {tab === 'messages' && unread > 0 && (
              <span className="count-badge" role="img" aria-label={t('field.messages.unread', { count: unread })}>
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </span>
          {t(`field.tab.${tab}`)}
        </a>
      ))}
    </nav>
  )
}
