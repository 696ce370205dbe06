import type { ReactNode } from 'react'
import { changeLanguage } from '../../../ui/i18n/setup.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { PageProps } from '../../parts/page-props.ts'
import { TabBar } from '../../parts/tab-bar.tsx'
import { TopBar } from '../../parts/top-bar.tsx'
import { signOut } from '../../store/people.ts'
import '../home.css'

const ROOMS = [
  ['profile', 'field.me.profile'],
  ['password', 'administration.password.set'],
  ['sessions', 'field.me.sessions'],
  ['pin', 'field.me.lock'],
] as const
const THINGS = [
  ['storage', 'field.storage'],
  ['packages', 'field.me.packages'],
  ['pool', 'field.pool.title'],
  ['news', 'messages.news.read'],
  ['feedback', 'field.me.feedback'],
  ['about', 'field.me.about'],
] as const

/** 我的: the doors to one's own account, what lies on this phone, and what one has to say. */
export function MePage({ person, sync, onSignedOut }: PageProps) {
  const { t, language } = useTexts()
  return (
    <>
      <TopBar title={t('field.tab.me')} sync={sync} />
      <main className="list home">
        <div className="me-card">
          <span className="me-face" aria-hidden="true">
            {person.name.slice(0, 1)}
          </span>
          <span>
            <strong>{person.name}</strong>
            <br />
            <span className="quiet">{person.organisation}</span>
          </span>
        </div>
        <Rows>{ROOMS.map(([page, key]) => door(page, t(key)))}</Rows>
        <Rows>
          {THINGS.map(([page, key]) => door(page, t(key)))}
          <li>
            <a className="row row-more" href="/field/?rescue">
              <span className="row-name">{t('field.rescue')}</span>
            </a>
          </li>
          <li>
            <button type="button" className="row" onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh')}>
              <span className="row-name">{t('web.language')}</span>
              <span className="row-value">{language === 'zh' ? 'English' : '中文'}</span>
            </button>
          </li>
        </Rows>
        {sync.waiting > 0 && <p className="banner">{t('field.me.signOut.unsent', { count: sync.waiting })}</p>}
        <button type="button" className="button wide" onClick={() => void signOut().finally(onSignedOut)}>
          {t('web.signOut')}
        </button>
      </main>
      <TabBar at="me" person={person} />
    </>
  )
}

const Rows = ({ children }: { children: ReactNode }) => <ul className="rows">{children}</ul>

const door = (page: string, name: string) => (
  <li key={page}>
    <a className="row row-more" href={`#/${page}`}>
      <span className="row-name">{name}</span>
    </a>
  </li>
)
