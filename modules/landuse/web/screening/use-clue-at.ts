import type { MapMouseEvent } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import type { ClueRow } from '../answers.ts'

/** How near to a dot a press must be, pixels. */
const REACH = 14

/** A press on a clue's dot, or inside its box, opens it. */
export function useClueAt(
  handle: MapHandle | null,
  rows: readonly ClueRow[] | undefined,
  onOpen: (id: string) => void,
): void {
  const open = useRef(onOpen)
  open.current = onOpen
  useEffect(() => {
    if (!handle || !rows) return
    const { map } = handle
    const press = ({ point }: MapMouseEvent) => {
      const near = rows
        .map(({ id, box }) => {
          const at = map.project([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
          return { id, off: Math.hypot(at.x - point.x, at.y - point.y) }
        })
        .filter(({ off }) => off <= REACH)
        .sort((a, b) => a.off - b.off)
      if (near[0]) open.current(near[0].id)
    }
    map.on('click', press)
    return () => {
      map.off('click', press)
    }
  }, [handle, rows])
}
