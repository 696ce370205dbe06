import { Map as MapLibre, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl'
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import './layers.css'
import './drawing.css'
import './identify.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Position } from '../../../kernel/geometry/types.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { keepView, keptView } from './kept-view.ts'
import type { LayerChoice } from './layer-choice.ts'
import { boxOfLayers, type LayerInfo } from './layer-info.ts'
import { handleOf, type MapHandle } from './map-handle.ts'
import { mapStyle } from './map-style.ts'
import type { Overlay } from './overlay.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

setWorkerUrl(workerAddress)

type Props = {
  layers: readonly LayerInfo[]
  choice: LayerChoice
  asOf?: string
  overlays?: readonly Overlay[]
  /** Degrees. */
  onClick?: (at: Position) => void
  onReady?: (handle: MapHandle | null) => void
  /** Tools and cards that lie on the map. */
  children?: ReactNode
  /** One of a comparison's two maps: buttons belong to both. */
  isBare?: boolean
  /** Made for paper: sharp, dragged but not zoomed, and not where the other maps open next. */
  isForPrint?: boolean
}

/** Without its drawing buffer a map comes out of the printer white. */
const FOR_PRINT = {
  canvasContextAttributes: { preserveDrawingBuffer: true },
  pixelRatio: 2,
  scrollZoom: false,
  doubleClickZoom: false,
  boxZoom: false,
  touchZoomRotate: false,
} as const

const NO_OVERLAYS: readonly Overlay[] = []

/** The one map: vector tiles of the layers chosen, at the instant asked for, with a page's own geometry on top. */
export function MapCanvas(props: Props) {
  const { layers, choice, asOf, overlays = NO_OVERLAYS, onClick, onReady, children, isBare, isForPrint = false } = props
  const { t, language } = useTexts()
  const ground = useRef<HTMLDivElement>(null)
  const [handle, setHandle] = useState<MapHandle | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once for its ground; all else reaches it by its style
  useEffect(() => {
    const map = newMap(ground.current!, layers, isForPrint)
    const ready = handleOf(map)
    map.once('style.load', () => {
      setHandle(ready)
      onReady?.(ready)
    })
    return () => {
      onReady?.(null)
      setHandle(null)
      map.remove()
    }
  }, [])
  useEffect(() => {
    handle?.map.setStyle(
      mapStyle({ layers, choice, ...(asOf && { asOf }), overlays, language, origin: location.origin }),
    )
  }, [handle, layers, choice, asOf, overlays, language])
  useClick(handle, onClick)
  return (
    <div className="map" role="application" aria-label={t('map.label')}>
      <div className="map-ground" ref={ground} />
      {handle && !isBare && <ZoomButtons handle={handle} layers={layers} />}
      {children}
    </div>
  )
}

function newMap(container: HTMLElement, layers: readonly LayerInfo[], isForPrint: boolean): MapLibre {
  const view = keptView()
  const box = boxOfLayers(layers)
  const map = new MapLibre({
    container,
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 20,
    fadeDuration: 0,
    // Splitting far-enlarged tiles would write a name once in each part.
    zoomLevelsToOverscale: 20,
    localIdeographFontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans SC','Source Han Sans SC',sans-serif",
    ...(isForPrint && FOR_PRINT),
    ...(view ? view : box ? { bounds: box, fitBoundsOptions: { padding: 40 } } : { center: [108, 34], zoom: 5 }),
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  if (!isForPrint) map.on('moveend', () => keepView({ center: map.getCenter().toArray(), zoom: map.getZoom() }))
  return map
}

function useClick(handle: MapHandle | null, onClick: Props['onClick']): void {
  useEffect(() => {
    if (!handle || !onClick) return
    const listen = ({ lngLat }: MapMouseEvent) => onClick([lngLat.lng, lngLat.lat])
    handle.map.on('click', listen)
    handle.map.getCanvas().style.cursor = 'crosshair'
    return () => {
      handle.map.off('click', listen)
      handle.map.getCanvas().style.cursor = ''
    }
  }, [handle, onClick])
}
