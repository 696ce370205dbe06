import { useEffect, useState } from 'react'
import { useTexts } from '../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../ui/problem.ts'
import { SignIn } from './home/sign-in.tsx'
import { pages } from './pages.ts'
import { Notice } from './parts/notice.tsx'
import { useHash } from './parts/use-hash.ts'
import type { KeptPerson } from './store/field-database.ts'
import { whoWorksHere } from './store/people.ts'
import { useSync } from './sync/use-sync.ts'
import { TaskList } from './tasks/task-list.tsx'

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
  useEffect(look, [])
  if (problem)
    return (
      <>
        <Notice problem={problem} onRetry={look} />
        <a className="button" href="/field/?rescue">
          {t('field.rescue')}
        </a>
      </>
    )
  if (person === undefined) return <p className="waiting">{t('common.loading')}</p>
  if (person === null) return <SignIn onSignedIn={setPerson} />
  return <Work key={person.id} person={person} onSignedOut={() => setPerson(null)} />
}

function Work({ person, onSignedOut }: { person: KeptPerson; onSignedOut: () => void }) {
  const sync = useSync(person.id)
  const [, name = '', ...parts] = useHash().split('/')
  if (sync.at === 'revoked' && sync.problem) return <Notice problem={sync.problem} />
  const Page = pages[name] ?? TaskList
  return <Page key={parts[0]} person={person} sync={sync} parts={parts} onSignedOut={onSignedOut} />
}
