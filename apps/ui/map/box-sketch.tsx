import type { MapMouseEvent } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import type { Box, Position } from '../../../kernel/geometry/types.ts'
import type { MapHandle } from './map-handle.ts'
import { SketchShape } from './sketch-shape.tsx'

const corners = ([west, south, east, north]: Box): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

const boxBetween = (a: Position, b: Position): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
]

/** Drags a box over the map; degrees. */
export function BoxSketch({ handle, onBox }: { handle: MapHandle; onBox: (box: Box) => void }) {
  const [drawn, setDrawn] = useState<Box | null>(null)
  useEffect(() => {
    const { map } = handle
    let start: Position | undefined
    let box: Box | undefined
    const begin = ({ lngLat }: MapMouseEvent) => {
      start = [lngLat.lng, lngLat.lat]
    }
    const move = ({ lngLat }: MapMouseEvent) => {
      if (!start) return
      box = boxBetween(start, [lngLat.lng, lngLat.lat])
      setDrawn(box)
    }
    const end = () => {
      if (box && box[2] > box[0] && box[3] > box[1]) onBox(box)
      start = box = undefined
      setDrawn(null)
    }
    map.dragPan.disable()
    map.getCanvas().style.cursor = 'crosshair'
    map.on('mousedown', begin)
    map.on('mousemove', move)
    map.on('mouseup', end)
    return () => {
      map.dragPan.enable()
      map.getCanvas().style.cursor = ''
      map.off('mousedown', begin)
      map.off('mousemove', move)
      map.off('mouseup', end)
    }
  }, [handle, onBox])
  return drawn && <SketchShape handle={handle} kind="polygon" points={corners(drawn)} />
}
