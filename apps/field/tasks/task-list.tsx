import './tasks.css'
import { lazy, Suspense, useState } from 'react'
import { placesWithin } from '../../../modules/fieldwork/dispatch/rules/cluster.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useSession } from '../../ui/session.ts'
import { usePlace } from '../device/use-place.ts'
import { Notice } from '../parts/notice.tsx'
import type { PageProps } from '../parts/page-props.ts'
import { TabBar } from '../parts/tab-bar.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { ActSheet, type Asked } from './acts/act-sheet.tsx'
import type { Outcome } from './acts/commands.ts'
import { NavigateSheet } from './acts/navigate-sheet.tsx'
import { OutcomeSheet } from './acts/outcome-sheet.tsx'
import { BatchBar } from './list/batch-bar.tsx'
import { FilterSheet } from './list/filter-sheet.tsx'
import { ListHead } from './list/list-head.tsx'
import { Nothing } from './list/nothing.tsx'
import { RefusedRequests } from './list/refused-requests.tsx'
import { tabs, useListState, usePicked, useTabCounts } from './list/use-list.ts'
import { VirtualList } from './list/virtual-list.tsx'
import { choicesOf } from './rules/choices.ts'
import type { TaskActName } from './rules/task-acts.ts'
import { emptyFilter, type ListedTask, type TaskTab } from './rules/task-index.ts'
import { type Drawing, ringOf } from './scatter/drawing.ts'
import { type TaskRows, useTaskRows } from './use-task-rows.ts'

const ScatterMap = lazy(() => import('./scatter/scatter-map.tsx').then((module) => ({ default: module.ScatterMap })))

/** 任务管理: `#/tasks/<tab>/<business>`. Without a tab it opens where there is something to do. */
export function TaskList(props: PageProps) {
  const { t } = useTexts()
  const rows = useTaskRows(props.person.id)
  const [asked = '', business = ''] = props.parts
  const counts = useTabCounts(rows?.index)
  const tab = tabs.find((one) => one === asked) ?? tabs.find((one) => counts[one] > 0) ?? 'todo'
  if (!rows)
    return (
      <>
        <TopBar title={t('field.tasks')} sync={props.sync} />
        <p className="waiting">{t('common.loading')}</p>
      </>
    )
  return <Tasks {...props} rows={rows} counts={counts} tab={tab} business={decodeURIComponent(business)} />
}

type Open =
  | { kind: 'filter' }
  | { kind: 'act'; asked: Asked }
  | { kind: 'outcome'; act: TaskActName; outcome: Outcome }
  | { kind: 'navigate'; task: ListedTask }

type Props = PageProps & { rows: TaskRows; counts: Record<TaskTab, number>; tab: TaskTab; business: string }

function Tasks({ person, sync, rows, counts, tab, business }: Props) {
  const { t, words } = useTexts()
  const { place, refused } = usePlace()
  const { can } = useSession()
  const here = place?.position ?? null
  const list = useListState(tab, business)
  const tasks = usePicked(rows.index, list, here)
  const [open, setOpen] = useState<Open | null>(null)
  const [chosenId, setChosen] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const [isMap, setMap] = useState(false)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const ring = drawing && ringOf(drawing)
  const within = ring ? placesWithin(tasks, ring) : []
  const close = () => setOpen(null)
  const done = (act: TaskActName, outcome: Outcome) => {
    setTicked(null)
    setOpen({ kind: 'outcome', act, outcome })
    sync.syncNow()
  }
  const locate = (task: ListedTask) => {
    setChosen(task.id)
    setMap(true)
  }
  const tick = ({ id }: ListedTask) => setTicked((before) => toggled(before ?? new Set(), id))
  const isFiltered = JSON.stringify(list.filter) !== JSON.stringify({ ...emptyFilter, tab })
  const choices = choicesOf(rows.index.tasks, rows.areas, words)
  return (
    <>
      <TopBar title={t('field.tasks')} sync={sync} />
      <ListHead list={list} counts={counts} hasPlace={here !== null} onFilter={() => setOpen({ kind: 'filter' })} />
      <main className={isMap ? 'tasks tasks-map' : 'tasks'}>
        {sync.problem && sync.at !== 'cut' && <Notice problem={sync.problem} onRetry={sync.syncNow} />}
        {sync.at === 'cut' && <p className="banner">{t('field.offline')}</p>}
        {refused && !isMap && <p className="banner">{t(`field.place.${refused}`)}</p>}
        <RefusedRequests person={person.id} refused={rows.refused} byId={rows.byId} />
        {isMap && (
          <Suspense fallback={<p className="waiting">{t('common.loading')}</p>}>
            <div className="scatter">
              <ScatterMap
                person={person.id}
                tasks={tasks}
                chosen={rows.byId.get(chosenId ?? '') ?? null}
                here={here}
                onChoose={({ id }) => setChosen(id)}
                drawing={drawing}
                onDraw={setDrawing}
                within={within.length}
                onDrawn={() => {
                  setTicked(new Set(within))
                  setDrawing(null)
                  setMap(false)
                }}
                onCancel={() => setDrawing(null)}
              />
            </div>
          </Suspense>
        )}
        {tasks.length === 0 ? (
          <Nothing isFiltered={isFiltered} tab={tab} onClear={() => list.setFilter({ ...emptyFilter, tab })} />
        ) : (
          !drawing && (
            <VirtualList
              tasks={tasks}
              place={here}
              chosen={chosenId}
              ticked={ticked}
              onTick={tick}
              onAct={(act, task) => setOpen({ kind: 'act', asked: { act, tasks: [task] } })}
              onLocate={locate}
              onNavigate={(task) => setOpen({ kind: 'navigate', task })}
            />
          )
        )}
      </main>
      {ticked ? (
        <BatchBar
          ticked={[...ticked].flatMap((id) => rows.byId.get(id) ?? [])}
          shown={tasks}
          onTickAll={(some) => setTicked(new Set(some.map(({ id }) => id)))}
          onAct={(act, some) => setOpen({ kind: 'act', asked: { act, tasks: some } })}
          onClose={() => setTicked(null)}
        />
      ) : (
        !drawing && (
          <div className="list-modes">
            <button type="button" className="button-small" aria-pressed={isMap} onClick={() => setMap(!isMap)}>
              {t(isMap ? 'field.tasks.asList' : 'field.tasks.asMap')}
            </button>
            <button type="button" className="button-small" onClick={() => setTicked(new Set())}>
              {t('field.batch')}
            </button>
            <button
              type="button"
              className="button-small"
              onClick={() => {
                setMap(true)
                setChosen(null)
                setDrawing({ kind: 'polygon', points: [] })
              }}
            >
              {t('field.draw')}
            </button>
            {can('fieldwork.dispatch.assign') && (
              <a className="button-small" href="#/dispatch">
                {t('field.dispatch.short')}
              </a>
            )}
          </div>
        )
      )}
      <TabBar at="tasks" person={person} />
      {open?.kind === 'filter' && (
        <FilterSheet filter={list.filter} count={tasks.length} {...choices} onChange={list.setFilter} onClose={close} />
      )}
      {open?.kind === 'act' && (
        <ActSheet
          {...open.asked}
          person={person.id}
          onClose={close}
          onDone={(outcome) => done(open.asked.act, outcome)}
        />
      )}
      {open?.kind === 'outcome' && (
        <OutcomeSheet act={open.act} outcome={open.outcome} byId={rows.byId} onClose={close} />
      )}
      {open?.kind === 'navigate' && <NavigateSheet task={open.task} onClose={close} />}
    </>
  )
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
