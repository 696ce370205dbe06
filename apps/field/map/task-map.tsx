import { useMemo, useState } from 'react'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { areaToPlane } from '../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { boxOf, collection, type MapHandle } from '../../ui/map/map-handle.ts'
import { MapMarker } from '../../ui/map/map-marker.tsx'
import type { Overlay } from '../../ui/map/overlay.ts'
import { usePlace } from '../device/use-place.ts'
import type { TaskPackage } from '../store/answers.ts'
import { useKept } from '../store/changes.ts'
import type { KeptPerson } from '../store/field-database.ts'
import { dropThing, readThing } from '../store/things.ts'
import { stateOf, type TaskWork } from '../store/use-task-work.ts'
import { FieldMap } from './canvas/field-map.tsx'
import { LayerSheet } from './canvas/layer-sheet.tsx'
import { MapButtons } from './canvas/map-buttons.tsx'
import { useFieldChoice } from './canvas/use-field-choice.ts'
import { useFieldLayers } from './canvas/use-field-layers.ts'
import { usePackages } from './canvas/use-packages.ts'
import type { Sheet } from './drawing/rules/sheet.ts'
import { draftName, TaskBoard } from './drawing/task-board.tsx'
import { outlineOf, patchesOf } from './drawing/task-patches.ts'
import { GroundSheet } from './ground/ground-sheet.tsx'
import { OverlayPanel } from './ground/overlay-panel.tsx'
import { PatchFacts } from './ground/patch-facts.tsx'
import { QueryPanel } from './ground/query-panel.tsx'
import { RelatedProjects } from './ground/related-projects.tsx'
import { ShapeFacts } from './ground/shape-facts.tsx'
import type { Beside } from './packages/worker-api.ts'

type Open = 'range' | 'patches' | 'overlay' | 'related' | 'query' | 'layers' | 'draw' | null

/** A task on the map: its range, patches and photos; what they measure, lie in and belong to; and the board to draw on. */
export function TaskMap({ person, work }: { person: KeptPerson; work: TaskWork }) {
  const { t } = useTexts()
  const [open, setOpen] = useState<Open>(null)
  const draft = useKept(
    () => readThing<Sheet>(person.id, draftName(work.task.id)).then((sheet) => ({ sheet })),
    `draft ${work.task.id}`,
  )
  const state = stateOf(work)
  const isOver = state === 'submitting' || state === 'submitted' || !isHeld(work)
  if (draft === undefined) return <p className="waiting">{t('common.loading')}</p>
  if (open === 'draw') return <TaskBoard {...{ person, work }} draft={draft.sheet} onClose={() => setOpen(null)} />
  return <TaskGround {...{ person, work, open, setOpen, isOver }} hasDraft={draft.sheet !== undefined} />
}

/** Theirs, or claimed on this phone: whether the claim stands the server says later. */
const isHeld = ({ task, operations }: TaskWork) =>
  task.mine || operations.some(({ operation, state }) => operation.kind === 'task.claim' && state !== 'aside')

type Props = {
  person: KeptPerson
  work: TaskWork
  open: Open
  setOpen: (open: Open) => void
  isOver: boolean
  hasDraft: boolean
}

function TaskGround({ person, work, open, setOpen, isOver, hasDraft }: Props) {
  const { t } = useTexts()
  const pack = work.task.package!
  const { kept, edition } = usePackages(person.id)
  const layers = useFieldLayers(person.id, kept)
  const [choice, setChoice] = useFieldChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const { place } = usePlace()
  const box = useMemo(() => boxOf({ type: 'MultiPolygon', coordinates: pack.range }) ?? null, [pack])
  const patches = useMemo(() => patchesOf(work), [work])
  const overlays = useMemo(
    () =>
      overlaysOf(
        pack,
        patches.map((patch) => outlineOf(work, patch)),
      ),
    [pack, patches, work],
  )
  const beside = useMemo(() => besideOf(pack), [pack])
  return (
    <section className="map-page" aria-label={t('map.label')}>
      <FieldMap {...{ layers, choice, edition, overlays, start: box }} onReady={setHandle}>
        {handle &&
          work.photos.map(
            ({ digest, position, azimuth }) =>
              position && (
                <MapMarker key={digest} handle={handle} at={position} azimuth={azimuth ?? 0}>
                  <span className="arrow" role="img" aria-label={t('field.photo')} />
                </MapMarker>
              ),
          )}
        {handle && place && (
          <MapMarker handle={handle} at={place.position}>
            <span className="me" role="img" aria-label={t('field.me')} />
          </MapMarker>
        )}
        {handle && <MapButtons {...{ handle, place, choice }} onChoice={setChoice} home={box} />}
      </FieldMap>
      <nav className="map-bar map-bar-wide" aria-label={t('field.tab.map')}>
        {!isOver && (
          <button type="button" className="map-bar-main" onClick={() => setOpen('draw')}>
            {t(hasDraft ? 'field.draw.resume' : 'field.draw.begin')}
          </button>
        )}
        {hasDraft && !isOver && (
          <button type="button" onClick={() => void dropThing(person.id, draftName(work.task.id))}>
            {t('field.draw.drop')}
          </button>
        )}
        {(['range', 'patches', 'overlay', 'related', 'query', 'layers'] as const).map((each) => (
          <button key={each} type="button" onClick={() => setOpen(each)}>
            {t(`field.task-map.${each}`)}
          </button>
        ))}
      </nav>
      {open === 'layers' && handle && (
        <LayerSheet {...{ layers, choice, handle }} onChoice={setChoice} onClose={() => setOpen(null)} />
      )}
      {open && open !== 'layers' && open !== 'draw' && (
        <GroundSheet title={t(`field.task-map.${open}`)} onClose={() => setOpen(null)}>
          {open === 'range' && <ShapeFacts geometry={pack.range} around={beside.features} />}
          {open === 'patches' && <Patches work={work} around={beside.features} />}
          {open === 'overlay' && <OverlayPanel {...{ beside, edition }} shape={wholeOf(work)} />}
          {open === 'related' && <RelatedProjects shape={pack.range} except={`case/${pack.caseId}`} />}
          {open === 'query' && (
            <QueryPanel
              place={place?.position ?? null}
              onPick={({ geometry }) =>
                geometry && handle?.fit(boxOf({ type: 'MultiPolygon', coordinates: geometry })!, 17)
              }
            />
          )}
        </GroundSheet>
      )}
    </section>
  )
}

function Patches({ work, around }: { work: TaskWork; around: Beside['features'] }) {
  const { t } = useTexts()
  const patches = patchesOf(work)
  if (patches.length === 0) return <p className="nothing">{t('field.map.patches.none')}</p>
  return patches.map((patch, k) => (
    <PatchFacts
      key={patch.id}
      patch={patch}
      geometry={outlineOf(work, patch)}
      around={around}
      place={k + 1}
      number={work.task.number}
    />
  ))
}

/** The patches drawn so far, else the range. */
function wholeOf(work: TaskWork): MultiPolygon {
  const outlines = patchesOf(work).flatMap((patch) => outlineOf(work, patch))
  return outlines.length > 0 ? outlines : work.task.package!.range
}

/** Metres round the range that the task's own layers are whole on (modules/fieldwork/queries/view-task.ts). */
const AROUND = 100

function besideOf({ range, layers }: TaskPackage): Beside {
  const [minX, minY, maxX, maxY] = boundingBox(areaToPlane(range))
  const [west, south, east, north] = [minX - AROUND, minY - AROUND, maxX + AROUND, maxY + AROUND]
  return {
    ground: [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]], // biome-ignore format: one row
    layers: layers.map(({ name }) => name),
    features: layers.flatMap(({ name, features }) =>
      features.map(({ id, attributes, geometry }) => ({
        ...{ layer: name, id, version: 0, geometry: areaToPlane(geometry) },
        attributes: attributes as Record<string, string | number | null>,
      })),
    ),
  }
}

function overlaysOf({ range }: TaskPackage, patches: readonly MultiPolygon[]): Overlay[] {
  const one = (coordinates: MultiPolygon, label?: string) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates },
    ...(label && { label }),
  })
  return [
    { id: 'patches', tone: 'selection', data: collection(patches.map((each, k) => one(each, String(k + 1)))) },
    { id: 'range', tone: 'range', data: collection([one(range)]) },
  ]
}
