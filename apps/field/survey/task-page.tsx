import './parts.css'
import './camera/camera.css'
import './check/angles.css'
import './task.css'
import './form/form-tab.css'
import './discovery/discovery.css'
import './across.css'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../ui/problem.ts'
import { Notice } from '../parts/notice.tsx'
import type { PageProps } from '../parts/page-props.ts'
import { StateChip } from '../parts/state-chip.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { useBusy } from '../parts/use-busy.ts'
import { appendOperation } from '../store/append-operation.ts'
import type { KeptPerson, KeptTask } from '../store/field-database.ts'
import { pullPackage } from '../store/pull-tasks.ts'
import { stateOf, type TaskWork, useTaskWork } from '../store/use-task-work.ts'
import { CameraPage } from './camera/camera-page.tsx'
import { PatchesTab } from './patches/patches-tab.tsx'
import { PhotoPage } from './photos/photo-page.tsx'
import { PhotosTab } from './photos/photos-tab.tsx'
import { RangeTab } from './range/range-tab.tsx'
import { RecordTab } from './record-tab.tsx'
import { findingsOf } from './work/result-of-work.ts'
import { type Filled, useFilled } from './work/use-form-draft.ts'

const FormTab = lazy(() => import('./form/form-tab.tsx'))
const TABS = ['range', 'patches', 'form', 'photos', 'record'] as const

/** One task: 范围 图斑 表单 照片 记录. */
export function TaskPage({ person, sync, parts: [taskId = '', asked, ...rest] }: PageProps) {
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
  if (asked === 'camera' && work.task.package)
    return <CameraPage person={person} work={work} patchId={rest[0]} asked={rest[1]} />
  const tab = TABS.find((one) => one === asked) ?? 'range'
  const title = work.task.number || work.task.title
  return (
    <>
      <TopBar title={title} back={work.task.discovery ? '#/discover' : '#/tasks'} sync={sync}>
        <StateChip state={stateOf(work)} />
      </TopBar>
      <nav className="tabs" aria-label={t('field.task')}>
        {TABS.map((one) => (
          <a key={one} href={`#/task/${taskId}/${one}`} aria-current={one === tab ? 'page' : undefined}>
            {t(`field.tab.${one}`)}
          </a>
        ))}
      </nav>
      {!work.task.isListed && !work.task.discovery && (
        <p className="banner banner-top" role="alert">
          {t('field.task.gone')}
        </p>
      )}
      {work.task.package ? <Open {...{ person, work, tab }} rest={rest} /> : <Claim person={person} work={work} />}
    </>
  )
}

type OpenProps = { person: KeptPerson; work: TaskWork; tab: (typeof TABS)[number]; rest: string[] }

function Open({ person, work, tab, rest: [first] }: OpenProps) {
  const { t } = useTexts()
  const filled = useFilled(person.id, work)
  const state = stateOf(work)
  const isOver = state === 'submitting' || state === 'submitted' || !work.task.mine
  if (filled === undefined) return <p className="waiting">{t('common.loading')}</p>
  const shared = { person, work, isOver }
  return (
    <>
      <Suspense fallback={<p className="waiting">{t('common.loading')}</p>}>
        {tab === 'range' && <RangeTab {...shared} />}
        {tab === 'patches' && <PatchesTab {...shared} patchId={first} />}
        {tab === 'form' && <FormTab {...shared} field={first} />}
        {tab === 'photos' && (first ? <PhotoPage {...shared} digest={first} /> : <PhotosTab {...shared} />)}
        {tab === 'record' && <RecordTab {...shared} filled={filled} />}
      </Suspense>
      {!isOver && tab !== 'record' && <CheckBar work={work} filled={filled} />}
    </>
  )
}

/** Always in sight: how much is missing, and the way to hand in. */
function CheckBar({ work, filled }: { work: TaskWork; filled: Filled }) {
  const { t } = useTexts()
  const count = findingsOf(work, filled.values, null).length
  return (
    <a className={`check-bar ${count > 0 ? 'check-few' : 'check-enough'}`} href={`#/task/${work.task.id}/record`}>
      <span>{t(count > 0 ? 'field.check.missing' : 'field.check.ready', { count })}</span>
      <strong>{t('field.check.go')} ›</strong>
    </a>
  )
}

/** A task from the pool is signed for first; its package comes with it, so that the work needs no network. */
function Claim({ person, work }: { person: KeptPerson; work: TaskWork }) {
  const { t } = useTexts()
  const { task } = work
  const isTaken = !task.mine && (task.state === 'done' || task.holder !== null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [isBusy, run] = useBusy()
  const take = async () => {
    try {
      setProblem(null)
      await pullPackage(person.id, task.id)
      if (!task.mine) await appendOperation(person.id, { kind: 'task.claim', taskId: task.id, payload: {} })
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  if (isTaken) return <Taken task={task} />
  return (
    <main className="list">
      <div className="nothing">
        <strong>{task.title}</strong>
        <p>{t('field.claim.why')}</p>
      </div>
      {problem && <Notice problem={problem} onRetry={() => run(take)} />}
      <button type="button" className="button button-main wide" disabled={isBusy} onClick={() => run(take)}>
        {t(task.mine ? 'field.package' : 'field.claim')}
      </button>
    </main>
  )
}

/** A colleague has it, or it is done: what can be looked at, and how it is taken over. */
function Taken({ task: { id, title, state, holder } }: { task: KeptTask }) {
  const { t } = useTexts()
  const isDone = state === 'done'
  return (
    <main className="list">
      <div className="nothing">
        <strong>{title}</strong>
        <p>{t(isDone ? 'field.taken.done' : 'field.taken', { name: holder?.name ?? '' })}</p>
      </div>
      <div className="actions-flow">
        <a className="button" href={`#/task-history/${id}`}>
          {t('field.history')}
        </a>
        <a className="button" href={isDone ? '#/tasks/done' : '#/tasks/all'}>
          {t('field.tasks')}
        </a>
      </div>
    </main>
  )
}
