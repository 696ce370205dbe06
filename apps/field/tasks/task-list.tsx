import './list-head.css'
import './cards.css'
import './drawing.css'
import './sheets.css'
import './history.css'
import './across.css'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { placesWithin } from '../../../modules/fieldwork/dispatch/rules/cluster.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { usePlace } from '../device/use-place.ts'
import { Notice } from '../parts/notice.tsx'
import type { PageProps } from '../parts/page-props.ts'
import { TabBar } from '../parts/tab-bar.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { BatchBar } from './list/batch-bar.tsx'
import { leaveList, leftList } from './list/left-list.ts'
import { ListHead } from './list/list-head.tsx'
import { ListModes } from './list/list-modes.tsx'
import { ListSheets, type OpenSheet } from './list/list-sheets.tsx'
import { Nothing } from './list/nothing.tsx'
import { RefusedRequests } from './list/refused-requests.tsx'
import { tabs, useListState, usePicked } from './list/use-list.ts'
import { VirtualList } from './list/virtual-list.tsx'
import { choicesOf } from './rules/choices.ts'
import type { ListedTask } from './rules/listed-task.ts'
import type { TaskActName } from './rules/task-acts.ts'
import { emptyFilter, type TaskTab } from './rules/task-index.ts'
import { type Drawing, ringOf } from './scatter/drawing.ts'
import { useKeepFirst } from './use-keep-first.ts'
import { type TaskRows, useTaskRows } from './use-task-rows.ts'

const ScatterMap = lazy(() => import('./scatter/scatter-map.tsx').then((module) => ({ default: module.ScatterMap })))

/** 任务管理: `#/tasks/<tab>/<business>`, several divided by commas. Without a tab it opens where there is something to do. */
export function TaskList(props: PageProps) {
  const { t } = useTexts()
  const rows = useTaskRows(props.person.id, props.parts.join('/'))
  const [asked = '', business = ''] = props.parts
  const tab = tabs.find((one) => one === asked) ?? tabs.find((one) => rows && rows.counts[one] > 0) ?? 'todo'
  if (!rows)
    return (
      <>
        <TopBar title={t('field.tasks')} sync={props.sync} />
        <p className="waiting">{t('common.loading')}</p>
      </>
    )
  return <Tasks {...props} rows={rows} tab={tab} business={decodeURIComponent(business)} />
}

type Props = PageProps & { rows: TaskRows; tab: TaskTab; business: string }

function Tasks({ person, sync, rows, parts, tab, business }: Props) {
  const { t, words } = useTexts()
  const { place, refused } = usePlace()
  const here = place?.position ?? null
  const list = useListState(person.id, tab, business)
  const tasks = usePicked(rows.index, list, here)
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the page's language, and the page with them
  const choices = useMemo(() => choicesOf(rows.index, rows.areas, words), [rows.index.areas, rows.areas])
  const [open, setOpen] = useState<OpenSheet | null>(null)
  const [chosenId, setChosen] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const [isMap, showMap] = useState(() => leftList(list.name).isMap ?? false)
  const setMap = useCallback(
    (isMap: boolean) => {
      leaveList(list.name, { isMap })
      showMap(isMap)
    },
    [list.name],
  )
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const ring = drawing && ringOf(drawing)
  const within = ring ? placesWithin(tasks, ring) : []
  const clear = () => list.setFilter({ ...emptyFilter, tab })
  const isFiltered = JSON.stringify(list.filter) !== JSON.stringify({ ...emptyFilter, tab })
  useKeepFirst(person.id, parts.join('/'), rows, isFiltered ? null : tasks)
  const choose = (ids: readonly string[]) => setTicked(new Set(ids))
  const draw = (next: Drawing | null) => {
    if (next && !drawing) setChosen(null)
    setMap(next !== null || isMap)
    setDrawing(next)
  }
  const takeDrawn = () => {
    choose(within)
    setDrawing(null)
    setMap(false)
  }
  // The same as long as the list is: rows that have not changed are then not drawn anew.
  const doing = useMemo(() => {
    const locate = ({ id }: ListedTask) => {
      setChosen(id)
      setMap(true)
    }
    return {
      onTick: ({ id }: ListedTask) => setTicked((before) => toggled(before ?? new Set(), id)),
      onAct: (act: TaskActName, task: ListedTask) => setOpen({ kind: 'act', asked: { act, tasks: [task] } }),
      onLocate: locate,
      onNavigate: (task: ListedTask) => setOpen({ kind: 'navigate', task }),
      onContents: (task: ListedTask) => setOpen({ kind: 'contents', task }),
    }
  }, [setMap])
  return (
    <>
      <TopBar title={t('field.tasks')} sync={sync} />
      <ListHead
        list={list}
        counts={rows.counts}
        hasPlace={here !== null}
        onFilter={() => setOpen({ kind: 'filter' })}
      />
      <div className="list-body">
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
                  onDraw={draw}
                  within={within.length}
                  onDrawn={takeDrawn}
                  onCancel={() => draw(null)}
                />
              </div>
            </Suspense>
          )}
          {tasks.length === 0 && <Nothing isFiltered={isFiltered} tab={tab} onClear={clear} />}
          {tasks.length > 0 && !drawing && (
            <VirtualList list={list.name} tasks={tasks} place={here} chosen={chosenId} ticked={ticked} {...doing} />
          )}
          {rows.isPart && (
            <p className="reading" role="status">
              {t('field.tasks.reading', { count: rows.counts.all })}
            </p>
          )}
        </main>
        {ticked && (
          <BatchBar
            ticked={[...ticked].flatMap((id) => rows.byId.get(id) ?? [])}
            shown={tasks}
            onTickAll={(some) => choose(some.map(({ id }) => id))}
            onAct={(act, some) => setOpen({ kind: 'act', asked: { act, tasks: some } })}
            onClose={() => setTicked(null)}
          />
        )}
        {!ticked && !drawing && (
          <ListModes
            isMap={isMap}
            onMap={() => setMap(!isMap)}
            onBatch={() => choose([])}
            onDraw={() => draw({ kind: 'polygon', points: [] })}
          />
        )}
      </div>
      <TabBar at="tasks" person={person} />
      {open && (
        <ListSheets
          open={open}
          person={person}
          list={list}
          count={tasks.length}
          choices={choices}
          byId={rows.byId}
          onClose={() => setOpen(null)}
          onDone={(act, outcome) => {
            setTicked(null)
            setOpen({ kind: 'outcome', act, outcome })
            sync.syncNow()
          }}
        />
      )}
    </>
  )
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
