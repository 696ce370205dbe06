import type { MapMouseEvent } from 'maplibre-gl'
import { useEffect, useMemo, useReducer, useRef } from 'react'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { count } from '../../../../apps/ui/format.ts'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import type { Overlay } from '../../../../apps/ui/map/overlay.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'

export type Spot = AnswerOf<'quality.issue.place'>['rows'][number]

/** How near to a spot a press must be, pixels. */
const REACH = 16
/** A press on several issues together comes so much nearer. */
const NEARER = 2.5

/** Where the issues that pass the filter lie in the view of the map, asked again whenever the map has moved. */
export function useSpots(
  handle: MapHandle | null,
  runId: string,
  filters: Record<string, string>,
  refetchInterval: number | false,
): { spots: Spot[] | undefined; overlay: Overlay } {
  const [, look] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    handle?.map.on('moveend', look)
    look()
    return () => void handle?.map.off('moveend', look)
  }, [handle])
  const bounds = handle?.map.getBounds()
  const view = {
    ...{ west: bounds?.getWest() ?? 0, south: bounds?.getSouth() ?? 0, east: bounds?.getEast() ?? 0 },
    ...{ north: bounds?.getNorth() ?? 0, zoom: handle?.map.getZoom() ?? 0 },
  }
  const { data } = useAsk(
    'quality.issue.place',
    { runId, ...filters, ...view },
    { enabled: handle !== null, keep: true, refetchInterval },
  )
  const overlay = useMemo(() => overlayOf(data?.rows ?? []), [data])
  return { spots: data?.rows, overlay }
}

const overlayOf = (spots: readonly Spot[]): Overlay => ({
  id: 'spots',
  tone: 'spots',
  data: {
    type: 'FeatureCollection',
    features: spots.map(({ place, severity, ...spot }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...place] },
      properties: { count: spot.count, severity, label: count(spot.count) },
    })),
  },
})

/** A press on one issue opens it; on several, the map comes nearer. */
export function useSpotAt(
  handle: MapHandle | null,
  spots: readonly Spot[] | undefined,
  onOpen: (id: number) => void,
): void {
  const open = useRef(onOpen)
  open.current = onOpen
  useEffect(() => {
    if (!handle || !spots) return
    const { map } = handle
    const press = ({ point }: MapMouseEvent) => {
      const near = spots
        .map((spot) => {
          const at = map.project([spot.place[0], spot.place[1]])
          return { spot, off: Math.hypot(at.x - point.x, at.y - point.y) }
        })
        .filter(({ off }) => off <= REACH)
        .sort((a, b) => a.off - b.off)[0]?.spot
      if (!near) return
      if (near.count === 1) open.current(near.id)
      else map.easeTo({ center: [near.place[0], near.place[1]], zoom: map.getZoom() + NEARER, duration: 350 })
    }
    map.on('click', press)
    return () => void map.off('click', press)
  }, [handle, spots])
}
