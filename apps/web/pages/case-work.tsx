import { useQueryClient } from '@tanstack/react-query'
import { Segmented, Select, Skeleton } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { Lamp } from '../../ui/components/lamp.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import type { StepPanel, StepPanelProps } from '../../ui/module-pages.ts'
import { modulePages } from '../modules.ts'
import { CoSignBox } from './case/co-sign-box.tsx'
import { TaskForm } from './task-form.tsx'
import { useTaskTitle } from './use-task-title.ts'
import { WithdrawNotice } from './withdraw-notice.tsx'

const loaded = new Map<StepPanel, ComponentType<StepPanelProps>>()

function stepOf(business: string, step: string): StepPanel | undefined {
  return modulePages.find((pages) => pages.business === business && pages.stepPanels?.[step])?.stepPanels?.[step]
}

function componentOf(panel: StepPanel): ComponentType<StepPanelProps> | undefined {
  if (!panel.load) return undefined
  const Panel = loaded.get(panel) ?? lazy(panel.load)
  loaded.set(panel, Panel)
  return Panel
}

/** The general act, for businesses whose steps decide nothing of their own. */
const completeGenerally: StepPanel['complete'] = ({ caseId: _, ...done }) => ({
  verb: 'casework.task.complete',
  input: done,
})

/** The open task: the module's own panel for its step, the form, the ways on. Without one: what the case says. */
export function CaseWork({ case: view, map }: { case: CaseView; map: MapHandle | null }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const client = useQueryClient()
  const open = view.tasks.filter(({ state }) => state === 'open' || state === 'claimed' || state === 'suspended')
  const task = open.find(({ id }) => id === params.get('task')) ?? firstToDo(open)
  const choose = (id: string) => {
    const next = new URLSearchParams(params)
    next.set('task', id)
    setParams(next, { replace: true })
  }
  if (!task)
    return (
      <>
        <WithdrawNotice case={view} />
        <EmptyState small title={t('cases.task.none')} next={t('cases.task.none.next')} />
      </>
    )
  const step = stepOf(view.business, task.step)
  const Panel = step && componentOf(step)
  const onDone = () => void client.invalidateQueries()
  return (
    <div className="case-work">
      {open.length > 1 && <TaskChoice open={open} value={task.id} onChoose={choose} />}
      <WithdrawNotice case={view} />
      <TaskHead task={task} />
      <CoSignBox case={view} step={task.step} />
      {Panel && (
        <Suspense fallback={<Skeleton active />}>
          <Panel case={view} task={task} map={map} onDone={onDone} />
        </Suspense>
      )}
      <TaskForm
        key={task.id}
        case={view}
        task={task}
        complete={step?.complete ?? (view.process.filing && completeGenerally)}
        withForm={!Panel || step.complete !== undefined}
      />
    </div>
  )
}

/** One's own before what one could claim, and that before what one could only take over. */
const firstToDo = (open: TaskView[]): TaskView | undefined =>
  open.find(({ mine }) => mine) ??
  open.find(({ verbs }) => verbs.includes('complete')) ??
  open.find(({ verbs }) => verbs.length > 0) ??
  open[0]

/** 前加签: one of those another open task waits for. */
const isAsked = ({ id }: TaskView, open: TaskView[]) =>
  open.some(({ waitsFor }) => waitsFor.some(({ taskId }) => taskId === id))

/** Side by side while there is room for what they are called; more are a list to look through. */
const BESIDE = 4

function TaskChoice({ open, value, onChoose }: { open: TaskView[]; value: string; onChoose: (id: string) => void }) {
  const { t } = useTexts()
  const titleOf = useTaskTitle()
  const options = open.map((one) => ({
    value: one.id,
    label: labelOf(one, isAsked(one, open) ? t('cases.sign.tab') : titleOf(one), open),
  }))
  if (open.length <= BESIDE) return <Segmented block value={value} onChange={onChoose} options={options} />
  return (
    <Select
      value={value}
      onChange={onChoose}
      options={options}
      aria-label={t('cases.task.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ marginBottom: 10 }}
    />
  )
}

/** Of several signers of one step it says whose each is. */
const labelOf = ({ step, item, assignee }: TaskView, title: string, open: TaskView[]): string =>
  assignee && open.filter((other) => other.step === step && other.item === item).length > 1
    ? `${title} · ${assignee.name}`
    : title

function TaskHead({ task }: { task: TaskView }) {
  const { t } = useTexts()
  const titleOf = useTaskTitle()
  const who = task.verbs.includes('saveDraft')
    ? t('cases.task.mine')
    : task.assignee
      ? t('cases.task.with', { name: task.assignee.name })
      : t('cases.task.pool')
  return (
    <div className="task-head">
      <strong>{titleOf(task)}</strong>
      <span className="task-clock">{task.due && <Lamp lamp={task.lamp} dueAt={task.due} />}</span>
      <span className="quiet">{who}</span>
    </div>
  )
}
