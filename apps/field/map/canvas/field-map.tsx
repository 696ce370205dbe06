import { Map as MapLibre, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl'
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import '../../../ui/map/map.css'
import '../../../ui/map/layers.css'
import '../../../ui/map/drawing.css'
import '../../../ui/map/identify.css'
import '../map.css'
import '../sheet.css'
import '../facts.css'
import '../layers.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Box, Position } from '../../../../kernel/geometry/types.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { keepView, keptView } from '../../../ui/map/kept-view.ts'
import type { LayerChoice } from '../../../ui/map/layer-choice.ts'
import type { LayerInfo } from '../../../ui/map/layer-info.ts'
import { handleOf, type MapHandle } from '../../../ui/map/map-handle.ts'
import type { Overlay } from '../../../ui/map/overlay.ts'
import { fieldStyle } from './field-style.ts'
import { addTileProtocol } from './tile-protocol.ts'

setWorkerUrl(workerAddress)

type Props = {
  layers: readonly LayerInfo[]
  choice: LayerChoice
  edition: string
  overlays?: readonly Overlay[]
  /** Where it opens, degrees; else where the last map was left. */
  start?: Box | null
  onClick?: ((at: Position) => void) | undefined
  onReady?: (handle: MapHandle | null) => void
  children?: ReactNode
}

const NO_OVERLAYS: readonly Overlay[] = []

/** The phone's map: tiles from the packages, else from the server; north is up and fingers do not turn it. */
export function FieldMap({
  layers,
  choice,
  edition,
  overlays = NO_OVERLAYS,
  start,
  onClick,
  onReady,
  children,
}: Props) {
  const { t, language } = useTexts()
  const ground = useRef<HTMLDivElement>(null)
  const [handle, setHandle] = useState<MapHandle | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once for its ground; all else reaches it by its style
  useEffect(() => {
    const map = newMap(ground.current!, start ?? null)
    map.once('style.load', () => {
      const ready = handleOf(map)
      setHandle(ready)
      onReady?.(ready)
    })
    return () => {
      onReady?.(null)
      map.remove()
    }
  }, [])
  useEffect(() => {
    if (edition !== '') handle?.map.setStyle(fieldStyle({ layers, choice, overlays, language, edition }))
  }, [handle, layers, choice, overlays, language, edition])
  useEffect(() => {
    if (!handle || !onClick) return
    const listen = ({ lngLat }: MapMouseEvent) => onClick([lngLat.lng, lngLat.lat])
    handle.map.on('click', listen)
    return () => void handle.map.off('click', listen)
  }, [handle, onClick])
  return (
    <div className="map field-map" role="application" aria-label={t('map.label')}>
      <div className="map-ground" ref={ground} />
      {children}
    </div>
  )
}

function newMap(container: HTMLElement, start: Box | null): MapLibre {
  addTileProtocol()
  const view = keptView()
  const map = new MapLibre({
    container,
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 21,
    fadeDuration: 0,
    zoomLevelsToOverscale: 20,
    localIdeographFontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans SC','Source Han Sans SC',sans-serif",
    ...(start ? { bounds: start, fitBoundsOptions: { padding: 48, maxZoom: 18 } } : view ? view : { center: [108, 34], zoom: 5 }), // biome-ignore format: one row
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  const keep = () => keepView({ center: map.getCenter().toArray(), zoom: map.getZoom() })
  keep()
  map.on('moveend', keep)
  return map
}
