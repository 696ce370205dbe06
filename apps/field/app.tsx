import { useEffect, useState } from 'react'
import { useTexts } from '../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../ui/problem.ts'
import { clearByItself } from './home/auto-clear.ts'
import { HomePage } from './home/home-page.tsx'
import { MessageToast } from './home/messages/message-toast.tsx'
import { useMessageStream } from './home/messages/use-stream.ts'
import { SignIn } from './home/sign-in.tsx'
import { pages } from './pages.ts'
import { FullPhone } from './parts/full-phone.tsx'
import { Notice } from './parts/notice.tsx'
import { useHash } from './parts/use-hash.ts'
import { useBlocked } from './store/blocked.ts'
import { useErased } from './store/erased.ts'
import type { KeptPerson } from './store/field-database.ts'
import { LockPage } from './store/lock/lock-page.tsx'
import { useLock } from './store/lock/use-lock.ts'
import { whoWorksHere } from './store/people.ts'
import { NewVersion } from './sync/new-version.tsx'
import { useSync } from './sync/use-sync.ts'

/** A phone on a charger is not opened anew for days. */
const CLEAR_MS = 6 * 3600_000

export function App() {
  const { t } = useTexts()
  const [person, setPerson] = useState<KeptPerson | null>()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const look = () => {
    setProblem(null)
    whoWorksHere()
      .then(setPerson)
      .catch((error: unknown) => setProblem(asProblem(error)))
  }
  const erased = useErased()
  const isBlocked = useBlocked()
  useEffect(look, [])
  if (erased !== undefined) return <Erased handed={erased} />
  if (problem)
    return (
      <main className="list">
        <Notice problem={problem} onRetry={look} />
        <a className="button" href="/field/?rescue">
          {t('field.rescue')}
        </a>
      </main>
    )
  if (person === undefined) return <p className="waiting">{t(isBlocked ? 'field.store.blocked' : 'common.loading')}</p>
  if (person === null) return <SignIn onSignedIn={setPerson} />
  return <Work key={person.id} person={person} onSignedOut={() => setPerson(null)} />
}

function Work({ person, onSignedOut }: { person: KeptPerson; onSignedOut: () => void }) {
  const isOpen = useLock(person.id)
  if (!isOpen) return <LockPage person={person} onSignedOut={onSignedOut} />
  return <Opened person={person} onSignedOut={onSignedOut} />
}

type OpenedProps = { person: KeptPerson; onSignedOut: () => void }

function Opened({ person, onSignedOut }: OpenedProps) {
  const { t } = useTexts()
  const sync = useSync(person)
  useEffect(() => {
    const clear = () => {
      void clearByItself(person.id, Date.now())
      void import('./map/packages/clean-up.ts').then(({ cleanUp }) => cleanUp(person.id)).catch(() => undefined)
    }
    clear()
    const timer = setInterval(clear, CLEAR_MS)
    return () => clearInterval(timer)
  }, [person.id])
  const { arrived, dismiss } = useMessageStream(person.id, sync.syncNow)
  const [, name = '', ...parts] = useHash().split('/')
  if (sync.at === 'revoked')
    return (
      <main className="list">
        <p role="alert">{t('field.revoked.sending')}</p>
      </main>
    )
  const Page = pages[name] ?? HomePage
  return (
    <>
      <NewVersion />
      <FullPhone />
      {arrived && name !== 'messages' && <MessageToast person={person.id} message={arrived} onClose={dismiss} />}
      <Page key={parts[0]} person={person} sync={sync} parts={parts} onSignedOut={onSignedOut} />
    </>
  )
}

/** Nothing is left here: not even who it was. */
function Erased({ handed }: { handed: number }) {
  const { t } = useTexts()
  return (
    <main className="lock">
      <h1>{t('field.revoked.title')}</h1>
      <p role="alert">{t('field.revoked.erased')}</p>
      {handed > 0 && <p className="banner">{t('field.revoked.handed', { count: handed })}</p>}
    </main>
  )
}
