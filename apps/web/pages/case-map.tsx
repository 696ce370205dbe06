import type { FeatureCollection, MultiPolygon } from 'geojson'
import { useEffect, useMemo } from 'react'
import type { LayerInfo } from '../../ui/map/layer-info.ts'
import { LayerTree } from '../../ui/map/layer-tree.tsx'
import { MapCanvas } from '../../ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../ui/map/map-handle.ts'
import type { Overlay } from '../../ui/map/overlay.ts'
import { StatusBar } from '../../ui/map/status-bar.tsx'
import { useLayerChoice } from '../../ui/map/use-layer-choice.ts'

type Props = {
  layers: readonly LayerInfo[]
  scope: MultiPolygon | null
  /** Where cases are searched for. */
  drawn?: FeatureCollection | null
  handle: MapHandle | null
  onReady: (handle: MapHandle | null) => void
}

/** The map beside a case: its scope in the selection colour, brought into view when the case is opened. */
export function CaseMap({ layers, scope, drawn = null, handle, onReady }: Props) {
  const [choice, setChoice] = useLayerChoice()
  const overlays = useMemo<Overlay[]>(
    () => [
      ...(drawn ? [{ id: 'drawn', tone: 'range' as const, data: drawn }] : []),
      ...(scope ? [{ id: 'scope', tone: 'selection' as const, data: collection([{ geometry: scope }]) }] : []),
    ],
    [scope, drawn],
  )
  useEffect(() => {
    const box = scope && boxOf(scope)
    if (handle && box) handle.fit(box)
  }, [handle, scope])
  return (
    <MapCanvas layers={layers} choice={choice} overlays={overlays} onReady={onReady}>
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} isFolded />
      <StatusBar handle={handle} />
    </MapCanvas>
  )
}
