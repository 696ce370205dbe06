import { useEffect, useState } from 'react'
import { useTexts } from '../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../ui/problem.ts'
import { SignIn } from './pages/sign-in.tsx'
import { StoragePage } from './pages/storage-page.tsx'
import { TaskList } from './pages/task-list.tsx'
import { TaskPage } from './pages/task-page.tsx'
import { Notice } from './parts/notice.tsx'
import { useHash } from './parts/use-hash.ts'
import type { KeptPerson } from './store/field-database.ts'
import { whoWorksHere } from './store/people.ts'
import { useSync } from './sync/use-sync.ts'

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
  const [, page, taskId] = useHash().split('/')
  if (sync.at === 'revoked' && sync.problem) return <Notice problem={sync.problem} />
  if (page === 'tasks' && taskId) return <TaskPage key={taskId} person={person} sync={sync} taskId={taskId} />
  if (page === 'storage') return <StoragePage person={person} sync={sync} />
  return <TaskList person={person} sync={sync} onSignedOut={onSignedOut} />
}
