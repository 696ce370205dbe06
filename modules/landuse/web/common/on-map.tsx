import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'

/** Lays something over the map that stands beside a panel. */
export function OnMap({ map, children }: { map: MapHandle | null; children: ReactNode }) {
  const ground = map?.map.getContainer().parentElement
  return ground ? createPortal(children, ground) : null
}
