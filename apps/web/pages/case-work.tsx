import { useQueryClient } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import type { StepPanel, StepPanelProps } from '../../ui/module-pages.ts'
import { modulePages } from '../modules.ts'
import { CaseData } from './case-data.tsx'
import { TaskForm } from './task-form.tsx'

const loaded = new Map<StepPanel, ComponentType<StepPanelProps>>()

function panelOf(
  business: string,
  step: string,
): { panel: StepPanel; Panel: ComponentType<StepPanelProps> } | undefined {
  const panel = modulePages.find((pages) => pages.business === business)?.stepPanels?.[step]
  if (!panel) return undefined
  const Panel = loaded.get(panel) ?? lazy(panel.load)
  loaded.set(panel, Panel)
  return { panel, Panel }
}

/** The open task: the module's own panel for its step, the form, the ways on. Without one: what the case says. */
export function CaseWork({ case: view, map }: { case: CaseView; map: MapHandle | null }) {
  const { t, words } = useTexts()
  const [params, setParams] = useSearchParams()
  const client = useQueryClient()
  const open = view.tasks.filter(({ state }) => state === 'open' || state === 'claimed' || state === 'suspended')
  const task = open.find(({ id }) => id === params.get('task')) ?? open.find(({ mine }) => mine) ?? open[0]
  const choose = (id: string) => {
    const next = new URLSearchParams(params)
    next.set('task', id)
    setParams(next, { replace: true })
  }
  if (!task)
    return (
      <>
        <EmptyState small title={t('cases.task.none')} next={t('cases.task.none.next')} />
        <CaseData case={view} />
      </>
    )
  const own = panelOf(view.business, task.step)
  const onDone = () => void client.invalidateQueries()
  return (
    <>
      {open.length > 1 && (
        <Segmented
          block
          value={task.id}
          onChange={choose}
          options={open.map((one) => ({ value: one.id, label: words(one.stepTitle) }))}
        />
      )}
      <TaskHead task={task} />
      {own && (
        <Suspense fallback={<Skeleton active />}>
          <own.Panel case={view} task={task} map={map} onDone={onDone} />
        </Suspense>
      )}
      {!own?.panel.submits && <TaskForm key={task.id} case={view} task={task} />}
    </>
  )
}

function TaskHead({ task }: { task: TaskView }) {
  const { t, words } = useTexts()
  const who =
    task.mine && task.state === 'claimed'
      ? t('cases.task.mine')
      : task.assignee
        ? t('cases.task.with', { name: task.assignee.name })
        : t('cases.task.pool')
  return (
    <div className="task-head">
      <strong>{words(task.stepTitle)}</strong>
      <span className="quiet">{who}</span>
    </div>
  )
}
