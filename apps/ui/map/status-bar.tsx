import type { MapMouseEvent } from 'maplibre-gl'
import { type ReactNode, useEffect, useState } from 'react'
import { coordinate, count } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import type { MapHandle } from './map-handle.ts'
import { scaleAt } from './map-scale.ts'
import { toMetres, WORKING_EPSG } from './working-system.ts'

/** At the foot of the map: working system, where the pointer is in it, and the scale. */
export function StatusBar({ handle, children }: { handle: MapHandle | null; children?: ReactNode }) {
  const { t } = useTexts()
  const [pointer, setPointer] = useState<[number, number] | null>(null)
  const [scale, setScale] = useState(0)
  useEffect(() => {
    if (!handle) return
    const { map } = handle
    const point = ({ lngLat }: MapMouseEvent) => setPointer(toMetres([lngLat.lng, lngLat.lat]))
    const rescale = () => setScale(Math.round(scaleAt(map.getZoom(), map.getCenter().lat)))
    rescale()
    map.on('mousemove', point)
    map.on('zoom', rescale)
    return () => {
      map.off('mousemove', point)
      map.off('zoom', rescale)
    }
  }, [handle])
  return (
    <div className="map-status number">
      <span>{t('map.system', { epsg: WORKING_EPSG })}</span>
      <span className="map-status-pointer">X {pointer ? coordinate(pointer[1]) : '—'}</span>
      <span className="map-status-pointer">Y {pointer ? coordinate(pointer[0]) : '—'}</span>
      <span className="map-status-rest">{children}</span>
      <span>{t('map.scale', { scale: count(scale) })}</span>
    </div>
  )
}
