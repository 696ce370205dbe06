import { useEffect, useMemo, useState } from 'react'
import { dayOf } from '../../../../kernel/calendar/day.ts'
import type { Box, Position } from '../../../../kernel/geometry/types.ts'
import { clusterPlaces, type Placed, type Spot } from '../../../../modules/fieldwork/dispatch/rules/cluster.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { boxOf, collection, type MapHandle } from '../../../ui/map/map-handle.ts'
import { MapMarker } from '../../../ui/map/map-marker.tsx'
import type { Overlay } from '../../../ui/map/overlay.ts'
import { FieldMap } from '../../map/canvas/field-map.tsx'
import { useFieldChoice } from '../../map/canvas/use-field-choice.ts'
import { useFieldLayers } from '../../map/canvas/use-field-layers.ts'
import { usePackages } from '../../map/canvas/use-packages.ts'
import type { ListedTask } from '../rules/listed-task.ts'
import { DrawBar } from './draw-bar.tsx'
import { type Drawing, ringOf } from './drawing.ts'

type Props = {
  person: string
  tasks: readonly ListedTask[]
  chosen: ListedTask | null
  /** own position */
  here: Position | null
  onChoose: (task: ListedTask) => void
  /** 图选: what is drawn so far; null: not drawing */
  drawing: Drawing | null
  onDraw: (drawing: Drawing) => void
  /** tasks within the drawing */
  within: number
  onDrawn: () => void
  onCancel: () => void
}

/** Pixels round a spot that a thumb still hits. */
const REACH = 30

/** 撒点: the tasks of the list on the map; a tap on one shows it in the list, on many goes nearer. */
export function ScatterMap(props: Props) {
  const { person, tasks, chosen, here, onChoose, drawing, onDraw } = props
  const { t } = useTexts()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const { kept, edition } = usePackages(person)
  const layers = useFieldLayers(person, kept)
  const [choice] = useFieldChoice()
  const places = useMemo(() => placedOn(dayOf(Date.now()), tasks), [tasks])
  const spots = useSpots(handle, places)
  const overlays = useMemo(
    () => [...drawn(drawing), spotsOverlay(spots), ...chosenOverlay(chosen)],
    [drawing, spots, chosen],
  )
  const [start] = useState(() => boxOf(collection(tasks.slice(0, 2000).flatMap(pointOf))) ?? null)
  const click = (at: Position) => {
    if (drawing) onDraw({ ...drawing, points: [...drawing.points, at] })
    else if (handle) hit(handle, spots, at, (id) => onChoose(tasks.find((task) => task.id === id)!))
  }
  useLookAt(handle, chosen)
  return (
    <FieldMap
      layers={layers}
      choice={choice}
      edition={edition}
      overlays={overlays}
      start={start}
      onClick={click}
      onReady={setHandle}
    >
      {handle && here && (
        <MapMarker handle={handle} at={here}>
          <span className="me" role="img" aria-label={t('field.me')} />
        </MapMarker>
      )}
      {!drawing && (
        <p className="scatter-legend">
          <i className="dot dot-A" /> {t('field.scatter.overdue')} <i className="dot dot-B" /> {t('field.scatter.todo')}{' '}
          <i className="dot dot-C" /> {t('field.scatter.other')}
        </p>
      )}
      {drawing && <DrawBar {...props} drawing={drawing} />}
    </FieldMap>
  )
}

/** Days are compared as they are written: to read a hundred thousand of them takes a quarter of a second. */
function placedOn(today: string, tasks: readonly ListedTask[]): Placed[] {
  return tasks.map(({ id, centre, due, state }) => {
    const isOverdue = state !== 'done' && due !== null && due < today
    return { id, centre, rank: isOverdue ? 'A' : state === 'open' ? 'B' : 'C' }
  })
}

const pointOf = ({ centre }: ListedTask) =>
  centre ? [{ geometry: { type: 'Point' as const, coordinates: centre } }] : []

/** Made anew when the view has moved: what lies together far out comes apart near by. */
function useSpots(handle: MapHandle | null, places: readonly Placed[]): Spot[] {
  const [view, setView] = useState<{ zoom: number; box: Box } | null>(null)
  useEffect(() => {
    if (!handle) return
    const look = () => {
      const bounds = handle.map.getBounds()
      const box: Box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
      setView({ zoom: handle.map.getZoom(), box })
    }
    look()
    handle.map.on('moveend', look)
    return () => void handle.map.off('moveend', look)
  }, [handle])
  return useMemo(() => (view ? clusterPlaces(places, view.zoom, view.box) : []), [places, view])
}

function hit(handle: MapHandle, spots: readonly Spot[], at: Position, onOne: (id: string) => void): void {
  const tap = handle.map.project(at)
  const near = spots
    .map((spot) => ({ spot, pixels: handle.map.project(spot.at).dist(tap) }))
    .filter(({ pixels }) => pixels <= REACH)
    .sort((a, b) => a.pixels - b.pixels)[0]?.spot
  if (!near) return
  if (near.count === 1 || handle.map.getZoom() >= handle.map.getMaxZoom() - 1) onOne(near.id)
  else handle.fit(near.box, 19)
}

const spotsOverlay = (spots: readonly Spot[]): Overlay => ({
  ...{ id: 'tasks', tone: 'spots' },
  data: {
    type: 'FeatureCollection',
    features: spots.map(({ at, count, rank }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: at },
      properties: { count, severity: rank, label: count > 1 ? String(count) : '' },
    })),
  },
})

function chosenOverlay(chosen: ListedTask | null): Overlay[] {
  if (!chosen?.centre) return []
  const data = collection([{ geometry: { type: 'Point', coordinates: chosen.centre }, label: chosen.number }])
  return [{ id: 'chosen', tone: 'selection', data }]
}

function drawn(drawing: Drawing | null): Overlay[] {
  if (!drawing || drawing.points.length === 0) return []
  const ring = ringOf(drawing)
  const points = drawing.points.map((coordinates) => ({ geometry: { type: 'Point' as const, coordinates } }))
  const area = ring ? [{ geometry: { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] } }] : []
  return [{ id: 'drawn', tone: 'selection', data: collection([...area, ...points]) }]
}

function useLookAt(handle: MapHandle | null, chosen: ListedTask | null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each task that is chosen
  useEffect(() => {
    if (handle && chosen?.box) handle.fit(chosen.box, 17)
  }, [handle, chosen?.id])
}
