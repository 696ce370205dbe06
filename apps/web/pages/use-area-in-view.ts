import { useEffect } from 'react'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { useAsk } from '../../ui/queries.ts'

/** Goes to the administrative area named in the address. */
export function useAreaInView(handle: MapHandle | null, code: string | null): void {
  const { data } = useAsk('onemap.areas', {}, { enabled: code !== null, staleTime: Number.POSITIVE_INFINITY })
  const box = data?.rows.find((area) => area.code === code)?.box
  useEffect(() => {
    if (handle && box) handle.fit(box)
  }, [handle, box])
}
