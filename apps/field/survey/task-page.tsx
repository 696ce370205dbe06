import './survey.css'
import { useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../ui/problem.ts'
import { LazyTaskMap } from '../map/lazy-pages.tsx'
import { Notice } from '../parts/notice.tsx'
import type { PageProps } from '../parts/page-props.ts'
import { StateChip } from '../parts/state-chip.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { appendOperation } from '../store/append-operation.ts'
import type { KeptPerson } from '../store/field-database.ts'
import { pullPackage } from '../store/pull-tasks.ts'
import { stateOf, type TaskWork, useTaskWork } from '../store/use-task-work.ts'
import { CameraPage } from './camera-page.tsx'
import { PhotosTab } from './photos-tab.tsx'
import { RecordTab } from './record-tab.tsx'
import { SurveyTab } from './survey-tab.tsx'

const TABS = ['photos', 'survey', 'map', 'record'] as const

/** One task: photos, the patch, the map, and what was sent. */
export function TaskPage({ person, sync, parts: [taskId = '', asked] }: PageProps) {
  const { t } = useTexts()
  const work = useTaskWork(taskId)
  if (work === undefined) return <p className="waiting">{t('common.loading')}</p>
  if (work === null)
    return (
      <>
        <TopBar title={t('field.task')} back="#/tasks" sync={sync} />
        <p className="nothing">{t('field.task.unknown')}</p>
      </>
    )
  if (asked === 'camera') return <CameraPage person={person} work={work} />
  const tab = TABS.find((one) => one === asked) ?? 'photos'
  return (
    <>
      <TopBar title={work.task.number} back="#/tasks" sync={sync}>
        <StateChip state={stateOf(work)} />
      </TopBar>
      <nav className="tabs" aria-label={t('field.task')}>
        {TABS.map((one) => (
          <a key={one} href={`#/task/${taskId}/${one}`} aria-current={one === tab ? 'page' : undefined}>
            {t(`field.tab.${one}`)}
          </a>
        ))}
      </nav>
      {work.task.package ? <Tab tab={tab} person={person} work={work} /> : <Claim person={person} work={work} />}
    </>
  )
}

function Tab({ tab, person, work }: { tab: (typeof TABS)[number]; person: KeptPerson; work: TaskWork }) {
  if (tab === 'map') return <LazyTaskMap person={person} work={work} />
  if (tab === 'survey') return <SurveyTab person={person} work={work} />
  if (tab === 'record') return <RecordTab work={work} />
  return <PhotosTab work={work} />
}

/** A task from the pool is signed for first; its package comes with it, so that the work needs no network. */
function Claim({ person, work }: { person: KeptPerson; work: TaskWork }) {
  const { t } = useTexts()
  const { task } = work
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const take = async () => {
    try {
      setProblem(null)
      await pullPackage(task.id)
      if (!task.mine) await appendOperation(person.id, { kind: 'task.claim', taskId: task.id, payload: {} })
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <main className="list">
      <div className="nothing">
        <strong>{task.title}</strong>
        <p>{t('field.claim.why')}</p>
      </div>
      {problem && <Notice problem={problem} />}
      <div className="actions">
        <button type="button" className="button button-main" onClick={() => void take()}>
          {t(task.mine ? 'field.package' : 'field.claim')}
        </button>
      </div>
    </main>
  )
}
