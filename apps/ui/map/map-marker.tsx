import { Marker } from 'maplibre-gl'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Position } from '../../../kernel/geometry/types.ts'
import type { MapHandle } from './map-handle.ts'

type Props = {
  handle: MapHandle
  at: Position /** Degrees clockwise from north, as a photo's azimuth. */
  azimuth?: number
  children: ReactNode
}

/** Anything at a place of the map that has to be read or pressed: a photo with its direction, an issue. */
export function MapMarker({ handle, at, azimuth = 0, children }: Props) {
  const [ground] = useState(() => document.createElement('div'))
  const [x, y] = at
  useEffect(() => {
    ground.className = 'marker'
    const marker = new Marker({ element: ground, rotation: azimuth, rotationAlignment: 'map' })
      .setLngLat([x, y])
      .addTo(handle.map)
    return () => void marker.remove()
  }, [handle, ground, x, y, azimuth])
  return createPortal(children, ground)
}
