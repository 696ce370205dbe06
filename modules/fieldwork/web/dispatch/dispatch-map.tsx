import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { count } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { BoxSketch } from '../../../../apps/ui/map/box-sketch.tsx'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { LayerTree } from '../../../../apps/ui/map/layer-tree.tsx'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import type { Overlay } from '../../../../apps/ui/map/overlay.ts'
import { Sketch } from '../../../../apps/ui/map/sketch.tsx'
import { StatusBar } from '../../../../apps/ui/map/status-bar.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import type { Box, Position } from '../../../../kernel/geometry/types.ts'
import { clusterPlaces, type Placed, placesWithin, type Spot } from '../../dispatch/rules/cluster.ts'
import type { Place } from './answers.ts'

type Props = {
  layers: LayerInfo[]
  places: readonly Place[]
  isCut: boolean
  chosen: readonly string[]
  onChoose: (ids: string[]) => void
}

/** Pixels round a spot that a click still hits. */
const REACH = 18

/** The tasks of the list where they lie; chosen by a click, or by drawing round them. */
export function DispatchMap({ layers, places, isCut, chosen, onChoose }: Props) {
  const { t } = useTexts()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [choice, setChoice] = useLayerChoice()
  const [tool, setTool] = useState<'polygon' | 'box' | null>(null)
  const placed = useMemo(() => places.map(placedOf), [places])
  const unplaced = places.filter(({ centre }) => centre === null).length
  const spots = useSpots(handle, placed)
  const marked = useMemo(() => new Set(chosen), [chosen])
  const overlays = useMemo(() => [spotsOverlay(spots), chosenOverlay(places, marked)], [spots, places, marked])
  useFirstLook(handle, places)
  const choose = useCallback(
    (ids: string[]) => {
      onChoose([...new Set([...chosen, ...ids])])
      setTool(null)
    },
    [chosen, onChoose],
  )
  const click = (at: Position) => {
    if (!handle || tool) return
    const near = nearest(handle, spots, at)
    if (near && near.count > 1) handle.fit(near.box, 18)
    else if (near) onChoose(marked.has(near.id) ? chosen.filter((id) => id !== near.id) : [...chosen, near.id])
  }
  const drawn = useCallback(
    (points: Position[], isDone: boolean) => isDone && choose(placesWithin(places, points)),
    [places, choose],
  )
  return (
    <MapCanvas layers={layers} choice={choice} overlays={overlays} onClick={click} onReady={setHandle}>
      <div className="map-card map-note dispatch-tools" role="status">
        <strong>{t('fieldwork.dispatch.map', { count: count(places.length - unplaced) })}</strong>
        {unplaced > 0 && <span>{t('fieldwork.dispatch.unplaced', { count: count(unplaced) })}</span>}
        {isCut && <span className="quiet">{t('fieldwork.dispatch.map.cut')}</span>}
        {(['polygon', 'box'] as const).map((one) => (
          <Button
            key={one}
            size="small"
            type={tool === one ? 'primary' : 'default'}
            onClick={() => setTool(tool === one ? null : one)}
          >
            {t(`fieldwork.dispatch.draw.${one}`)}
          </Button>
        ))}
        <span className="quiet">{t(tool ? `fieldwork.dispatch.draw.${tool}.how` : 'fieldwork.dispatch.map.hint')}</span>
      </div>
      {handle && tool === 'polygon' && <Sketch handle={handle} kind="polygon" onChange={drawn} />}
      {handle && tool === 'box' && (
        <BoxSketch handle={handle} onBox={(box) => choose(placesWithin(places, ringOfBox(box)))} />
      )}
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} isFolded />
      <StatusBar handle={handle} />
    </MapCanvas>
  )
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

const placedOf = ({ id, centre, due, holder }: Place): Placed => ({
  ...{ id, centre },
  rank: due !== null && due < today() ? 'A' : holder === null ? 'B' : 'C',
})

const ringOfBox = ([west, south, east, north]: Box): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

function useSpots(handle: MapHandle | null, places: readonly Placed[]): Spot[] {
  const [zoom, setZoom] = useState<number | null>(null)
  useEffect(() => {
    if (!handle) return
    const look = () => setZoom(Math.floor(handle.map.getZoom()))
    look()
    handle.map.on('zoomend', look)
    return () => void handle.map.off('zoomend', look)
  }, [handle])
  return useMemo(() => (zoom === null ? [] : clusterPlaces(places, zoom)), [places, zoom])
}

function nearest(handle: MapHandle, spots: readonly Spot[], at: Position): Spot | undefined {
  const click = handle.map.project(at)
  return spots
    .map((spot) => ({ spot, pixels: handle.map.project(spot.at).dist(click) }))
    .filter(({ pixels }) => pixels <= REACH)
    .sort((a, b) => a.pixels - b.pixels)[0]?.spot
}

const spotsOverlay = (spots: readonly Spot[]): Overlay => ({
  ...{ id: 'tasks', tone: 'spots' },
  data: {
    type: 'FeatureCollection',
    features: spots.map(({ at, count: many, rank }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: at },
      properties: { count: many, severity: rank, label: many > 1 ? String(many) : '' },
    })),
  },
})

const chosenOverlay = (places: readonly Place[], marked: ReadonlySet<string>): Overlay => ({
  ...{ id: 'chosen', tone: 'selection' },
  data: collection(
    places.flatMap(({ id, centre }) =>
      centre && marked.has(id) ? [{ geometry: { type: 'Point' as const, coordinates: centre } }] : [],
    ),
  ),
})

/** Where the tasks lie, when they come first; later the reader decides. */
function useFirstLook(handle: MapHandle | null, places: readonly Place[]): void {
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!handle || isDone || places.length === 0) return
    const points = places.flatMap(({ centre }) =>
      centre ? [{ geometry: { type: 'Point' as const, coordinates: centre } }] : [],
    )
    const box = boxOf(collection(points))
    if (box) handle.fit(box, 16)
    setDone(true)
  }, [handle, places, isDone])
}
