import { useEffect } from 'react'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { useAreas } from '../../ui/use-areas.ts'

/** Goes to the administrative area named in the address. */
export function useAreaInView(handle: MapHandle | null, code: string | null): void {
  const box = useAreas().find((area) => area.code === code)?.box
  useEffect(() => {
    if (handle && box) handle.fit(box)
  }, [handle, box])
}
