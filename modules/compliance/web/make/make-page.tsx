import { useCallback, useState } from 'react'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../../../apps/ui/components/work-frame.tsx'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { LayerTree } from '../../../../apps/ui/map/layer-tree.tsx'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import { collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { Sketch } from '../../../../apps/ui/map/sketch.tsx'
import { StatusBar } from '../../../../apps/ui/map/status-bar.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'
import '../compliance.css'
import { MakePanel } from './make-panel.tsx'

/** 新建审查: the land is drawn on the map or comes in a file; one press examines it. */
export default function MakePage() {
  const { data, error, refetch } = useLayers()
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  return data ? <Make layers={data.rows} /> : <PageSkeleton />
}

function Make({ layers }: { layers: LayerInfo[] }) {
  const [choice, setChoice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [source, setSource] = useState<'drawn' | 'file'>('drawn')
  const [rings, setRings] = useState<Position[][]>([])
  const draw = useCallback(
    (points: Position[], isDone: boolean) => isDone && setRings((before) => [...before, points]),
    [],
  )
  const overlays = [{ id: 'rings', tone: 'selection', data: collection(rings.map(areaOf)) } as const]
  const map = (
    <MapCanvas layers={layers} choice={choice} overlays={overlays} onReady={setHandle}>
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} isFolded />
      {/* A new sketch after each ring: a finished one lies on the map already. */}
      {handle && source === 'drawn' && <Sketch key={rings.length} handle={handle} kind="polygon" onChange={draw} />}
      <StatusBar handle={handle} />
    </MapCanvas>
  )
  const remove = (place: number) => setRings(rings.filter((_, k) => k !== place))
  return (
    <WorkFrame
      map={map}
      panel={<MakePanel source={source} onSource={setSource} rings={rings} onRemove={remove} handle={handle} />}
    />
  )
}

const areaOf = (ring: Position[], k: number) => ({
  geometry: { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!].map((at) => [...at])] },
  label: String(k + 1),
})
