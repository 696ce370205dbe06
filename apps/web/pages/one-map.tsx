import { useCallback, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Box, Position } from '../../../kernel/geometry/types.ts'
import { dateOfDay, today } from '../../ui/components/day-calendar.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { PageSkeleton } from '../../ui/components/page.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../ui/components/work-frame.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { AsOfPicker, instantOf } from '../../ui/map/as-of-picker.tsx'
import { BoxSketch } from '../../ui/map/box-sketch.tsx'
import type { FoundFeature } from '../../ui/map/identified-feature.tsx'
import { IdentifyPanel } from '../../ui/map/identify-panel.tsx'
import type { LayerInfo } from '../../ui/map/layer-info.ts'
import { LayerTree } from '../../ui/map/layer-tree.tsx'
import { Legend } from '../../ui/map/legend.tsx'
import { MapCanvas } from '../../ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../ui/map/map-handle.ts'
import { MeasureTool } from '../../ui/map/measure-tool.tsx'
import type { Overlay } from '../../ui/map/overlay.ts'
import { Sketch } from '../../ui/map/sketch.tsx'
import { StatusBar } from '../../ui/map/status-bar.tsx'
import { type Tool, ToolBar } from '../../ui/map/tool-bar.tsx'
import { useLayerChoice } from '../../ui/map/use-layer-choice.ts'
import { useLayers } from '../../ui/map/use-layers.ts'
import { CompareMaps } from './compare-maps.tsx'
import { useAreaInView } from './use-area-in-view.ts'

/** 一张图: all layers at any instant, what lies where, how long and how large, and two dates side by side. */
export default function OneMapPage() {
  const { t } = useTexts()
  const { data, error, refetch } = useLayers()
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <PageSkeleton />
  if (data.rows.every(({ count }) => count === 0))
    return <EmptyState title={t('map.empty')} next={t('map.empty.next')} />
  return <OneMap layers={data.rows} />
}

const TOOLS = [
  ['identify', 'identifyBox', 'identifyPolygon'],
  ['length', 'area'],
  ['asOf', 'compare', 'print'],
] as const

/** Zoom beyond which a small parcel is not enlarged. */
const LOCATED = 18

function OneMap({ layers }: { layers: LayerInfo[] }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const [choice, setChoice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [tool, setTool] = useState<Tool | null>('identify')
  const [place, setPlace] = useState<string | null>(null)
  const [found, setFound] = useState<FoundFeature | null>(null)
  const asked = params.get('asOf')
  const day = asked && dateOfDay(asked) ? asked : undefined
  const setDay = (next: string | undefined) => setParams(next ? { asOf: next } : {}, { replace: true })
  useAreaInView(handle, params.get('area'))
  const choose = (next: Tool | null) =>
    next === 'print' ? void navigate(`/map/print${day ? `?asOf=${day}` : ''}`) : setTool(next)
  if (tool === 'compare') return <CompareMaps layers={layers} choice={choice} onEnd={() => setTool(null)} />
  const isIdentifying = tool?.startsWith('identify') ?? false
  const overlays: Overlay[] = found && place ? [{ id: 'found', tone: 'selection', data: collection([found]) }] : []
  const asOf = day ? { asOf: instantOf(day) } : {}
  const panel = place !== null && (
    <IdentifyPanel
      place={place}
      layers={layers}
      shown={choice.shown}
      {...asOf}
      onHighlight={setFound}
      onLocate={(feature) => {
        setFound(feature)
        handle?.fit(boxOf(collection([feature]))!, LOCATED)
      }}
      onClose={() => setPlace(null)}
    />
  )
  const map = (
    <MapCanvas
      layers={layers}
      choice={choice}
      overlays={overlays}
      {...asOf}
      onReady={setHandle}
      {...(tool === 'identify' && { onClick: (at: Position) => setPlace(at.join()) })}
    >
      <ToolBar groups={TOOLS} active={tool} onChange={choose} />
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} />
      <Legend layers={layers} choice={choice} handle={handle} />
      {handle && isIdentifying && <PlaceSketch handle={handle} tool={tool} onPlace={setPlace} />}
      {handle && (tool === 'length' || tool === 'area') && (
        <MeasureTool handle={handle} kind={tool === 'length' ? 'line' : 'polygon'} />
      )}
      {(tool === 'asOf' || day) && <AsOfPicker day={day} today={today()} onChange={setDay} />}
      <StatusBar handle={handle}>{day && <strong>{t('map.asOf.on', { day })}</strong>}</StatusBar>
    </MapCanvas>
  )
  return <WorkFrame map={map} panel={panel} />
}

/** The box or polygon that is asked about. */
function PlaceSketch({
  handle,
  tool,
  onPlace,
}: {
  handle: MapHandle
  tool: Tool | null
  onPlace: (place: string) => void
}) {
  const ofBox = useCallback((box: Box) => onPlace(box.join()), [onPlace])
  const ofPolygon = useCallback(
    (points: Position[], isDone: boolean) => isDone && onPlace(points.map((point) => point.join()).join(';')),
    [onPlace],
  )
  if (tool === 'identifyBox') return <BoxSketch handle={handle} onBox={ofBox} />
  if (tool === 'identifyPolygon') return <Sketch handle={handle} kind="polygon" onChange={ofPolygon} />
  return null
}
