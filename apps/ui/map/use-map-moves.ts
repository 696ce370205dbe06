import { useEffect, useReducer } from 'react'
import type { MapHandle } from './map-handle.ts'

/** Draws anew whenever the map moves or changes its size: for shapes that lie over it. */
export function useMapMoves(handle: MapHandle): void {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    handle.map.on('move', redraw)
    handle.map.on('resize', redraw)
    return () => {
      handle.map.off('move', redraw)
      handle.map.off('resize', redraw)
    }
  }, [handle])
}
