import { useMemo, useState } from 'react'
import { containsPoint } from '../../../kernel/geometry/measures/contains-point.ts'
import type { Box, MultiPolygon, Position } from '../../../kernel/geometry/types.ts'
import type { Found } from '../../../modules/fieldwork/packages/rules/finding.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { keptView } from '../../ui/map/kept-view.ts'
import { boxOf, collection, type MapHandle } from '../../ui/map/map-handle.ts'
import { MapMarker } from '../../ui/map/map-marker.tsx'
import type { Overlay } from '../../ui/map/overlay.ts'
import { usePlace } from '../device/use-place.ts'
import type { PageProps } from '../parts/page-props.ts'
import { TabBar } from '../parts/tab-bar.tsx'
import { TaskLinks } from '../parts/task-links.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { useKept } from '../store/changes.ts'
import { fieldDatabase, type KeptTask } from '../store/field-database.ts'
import type { TaskLine } from '../store/task-line.ts'
import { taskLines } from '../store/task-lines.ts'
import { FieldMap } from './canvas/field-map.tsx'
import { LayerSheet } from './canvas/layer-sheet.tsx'
import { MapButtons } from './canvas/map-buttons.tsx'
import { useFieldChoice } from './canvas/use-field-choice.ts'
import { useFieldLayers } from './canvas/use-field-layers.ts'
import { usePackages } from './canvas/use-packages.ts'
import { GroundSheet } from './ground/ground-sheet.tsx'
import { IdentifyList } from './ground/identify-list.tsx'
import { MeasureBar } from './ground/measure-bar.tsx'
import { QueryPanel } from './ground/query-panel.tsx'
import type { KeptPackage } from './packages/kept-package.ts'

type Open = 'query' | 'layers' | 'measure' | { at: Position } | null

/** 地图: browse, tap on a parcel, query, measure; with `#/map/<taskId>` it opens at that task (SH110 SH124 SH131). */
export function MapPage({ person, sync, parts: [taskId] }: PageProps) {
  const { t } = useTexts()
  const tasks = useKept(() => tasksToDraw(person.id, taskId), `map tasks ${person.id} ${taskId ?? ''}`)
  if (tasks === undefined) return <p className="waiting">{t('common.loading')}</p>
  const task = tasks.find(({ id }) => id === taskId)
  return (
    <>
      <TopBar title={task ? task.number : t('field.map')} sync={sync} {...(taskId && { back: `#/task/${taskId}` })} />
      <Browse person={person.id} tasks={tasks.filter(({ isListed }) => isListed)} task={task} />
      {!taskId && <TabBar at="map" person={person} />}
    </>
  )
}

/** The task that was asked for, and what this phone knows the range of: one's own, and what was looked at. Others are dots on the list's map. */
async function tasksToDraw(person: string, taskId: string | undefined): Promise<KeptTask[]> {
  const database = await fieldDatabase()
  const wanted = (line: TaskLine) => line.id === taskId || (line.isListed && (line.mine || line.isPacked))
  const tasks = await Promise.all((await taskLines(person)).filter(wanted).map(({ id }) => database.get('tasks', id)))
  return tasks.filter((task) => task !== undefined)
}

const rangeOf = ({ package: pack, range }: KeptTask): MultiPolygon | null => pack?.range ?? range
const boxOfTask = (task: KeptTask | undefined): Box | null => {
  const range = task && rangeOf(task)
  return (
    (range && boxOf({ type: 'MultiPolygon', coordinates: range })) ?? (task as { box?: Box } | undefined)?.box ?? null
  )
}

/** Nothing was looked at yet: where the tasks are, else where the first package is. */
function firstBox(tasks: readonly KeptTask[], kept: readonly KeptPackage[]): Box | null {
  const ranges = tasks.flatMap((each) => rangeOf(each) ?? [])
  const held = kept.find(({ current }) => current)?.current?.manifest.box
  return boxOf({ type: 'MultiPolygon', coordinates: ranges }) ?? held ?? null
}

function Browse({ person, tasks, task }: { person: string; tasks: KeptTask[]; task: KeptTask | undefined }) {
  const { t } = useTexts()
  const { kept, edition } = usePackages(person)
  const layers = useFieldLayers(person, kept)
  const [choice, setChoice] = useFieldChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const [picked, setPicked] = useState<Found | null>(null)
  const { place } = usePlace()
  const home = useMemo(() => boxOfTask(task), [task])
  const overlays = useMemo(() => overlaysOf(tasks, task, picked), [tasks, task, picked])
  const pick = (found: Found) => {
    setPicked(found)
    const box = found.geometry && boxOf({ type: 'MultiPolygon', coordinates: found.geometry })
    if (box) handle?.fit(box, 17)
  }
  if (kept === undefined) return <p className="waiting">{t('common.loading')}</p>
  const start = home ?? (keptView() ? null : firstBox(tasks, kept))
  return (
    <main className="map-page">
      <FieldMap
        {...{ layers, choice, edition, overlays, start }}
        onReady={setHandle}
        onClick={open === 'measure' ? undefined : (at) => setOpen({ at })}
      >
        {handle && place && (
          <MapMarker handle={handle} at={place.position}>
            <span className="me" role="img" aria-label={t('field.me')} />
          </MapMarker>
        )}
        {handle && typeof open === 'object' && open && (
          <MapMarker handle={handle} at={open.at}>
            <span className="tap-mark" />
          </MapMarker>
        )}
        {handle && open === 'measure' && <MeasureBar handle={handle} onClose={() => setOpen(null)} />}
        {handle && <MapButtons {...{ handle, place, choice }} onChoice={setChoice} home={home} />}
      </FieldMap>
      <nav className="map-bar" aria-label={t('field.map')}>
        <button type="button" onClick={() => setOpen('query')}>
          {t('field.query')}
        </button>
        <button type="button" onClick={() => setOpen('layers')}>
          {t('map.layers')}
        </button>
        <button type="button" onClick={() => setOpen('measure')}>
          {t('field.measure')}
        </button>
        <a href="#/packages">{t('field.packages')}</a>
      </nav>
      {open === 'query' && (
        <GroundSheet title={t('field.query')} onClose={() => setOpen(null)}>
          <QueryPanel place={place?.position ?? null} onPick={pick} />
        </GroundSheet>
      )}
      {open === 'layers' && handle && (
        <LayerSheet {...{ layers, choice, handle }} onChoice={setChoice} onClose={() => setOpen(null)} />
      )}
      {typeof open === 'object' && open && (
        <GroundSheet title={t('field.identify')} onClose={() => setOpen(null)}>
          <TaskLinks person={person} tasks={tasks.filter((each) => containsPoint(rangeOf(each) ?? [], open.at))} />
          <IdentifyList place={open.at} />
        </GroundSheet>
      )}
    </main>
  )
}

function overlaysOf(tasks: readonly KeptTask[], task: KeptTask | undefined, picked: Found | null): Overlay[] {
  const drawn = (some: readonly KeptTask[]) =>
    collection(
      some.flatMap((each) => {
        const range = rangeOf(each)
        return range ? [{ geometry: { type: 'MultiPolygon' as const, coordinates: range }, label: each.number }] : []
      }),
    )
  const found = picked?.geometry
    ? [
        {
          id: 'found',
          tone: 'selection' as const,
          data: collection([{ geometry: { type: 'MultiPolygon', coordinates: picked.geometry }, label: picked.title }]),
        },
      ]
    : []
  return [
    { id: 'tasks', tone: 'clue', data: drawn(tasks.filter((each) => each !== task)) },
    { id: 'task', tone: 'range', data: drawn(task ? [task] : []) },
    ...found,
  ]
}
