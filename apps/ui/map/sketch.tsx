import type { MapMouseEvent } from 'maplibre-gl'
import { useEffect, useReducer, useState } from 'react'
import type { Position } from '../../../kernel/geometry/types.ts'
import type { MapHandle } from './map-handle.ts'
import { SketchShape } from './sketch-shape.tsx'
import { sketched } from './sketch-state.ts'
import { useSketchKeys } from './use-sketch-keys.ts'

type Props = {
  handle: MapHandle
  kind: 'line' | 'polygon'
  /** Points so far in degrees, while drawing with the pointer as the last; `isDone` after a double click or Enter. */
  onChange: (points: Position[], isDone: boolean) => void
}

/** Draws a line or an area point by point. */
export function Sketch({ handle, kind, onChange }: Props) {
  const [{ points, isDone }, act] = useReducer(sketched, { kind, points: [], isDone: false })
  const [pointer, setPointer] = useState<Position | null>(null)
  const shown = isDone || !pointer || points.length === 0 ? points : [...points, pointer]
  useSketchKeys(act)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` is made of these
  useEffect(() => void onChange(shown, isDone), [points, pointer, isDone, onChange])
  useEffect(() => {
    const { map } = handle
    const add = ({ lngLat }: MapMouseEvent) => act({ type: 'add', at: [lngLat.lng, lngLat.lat] })
    const move = ({ lngLat }: MapMouseEvent) => setPointer([lngLat.lng, lngLat.lat])
    const end = (event: MapMouseEvent) => {
      event.preventDefault()
      act({ type: 'finishDouble' })
    }
    map.on('click', add)
    map.on('mousemove', move)
    map.on('dblclick', end)
    map.getCanvas().style.cursor = 'crosshair'
    return () => {
      map.off('click', add)
      map.off('mousemove', move)
      map.off('dblclick', end)
      map.getCanvas().style.cursor = ''
    }
  }, [handle])
  return <SketchShape handle={handle} kind={kind} points={shown} />
}
