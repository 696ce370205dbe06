import { useEffect, useState } from 'react'
import type { Box, MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { placeToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import type { MapHandle } from '../../../ui/map/map-handle.ts'
import { groundIn } from '../ground/ground-in.ts'
import { SnapGround } from './rules/snap.ts'

/** Wider views hold too many corners for a fingertip to mean one. */
const SNAP_ZOOM = 14.5
const LAYERS = ['DLTB', 'ZD', 'NZYPW', 'GDXM', 'YJJBNT', 'STBHHX']

/** Corners and edges in view: parcels of the packages (or the server), and what is given (range, plots on the sheet). */
export function useSnapGround(handle: MapHandle | null, given: readonly MultiPolygon[], edition: string): SnapGround {
  const [parcels, setParcels] = useState<MultiPolygon[]>([])
  const [ground, setGround] = useState(() => new SnapGround([]))
  useEffect(() => {
    if (!handle || edition === '') return
    let isOver = false
    const look = async () => {
      if (handle.map.getZoom() < SNAP_ZOOM) return setParcels([])
      const features = await groundIn(boxInView(handle), LAYERS).catch(() => [])
      if (!isOver) setParcels(features.map(({ geometry }) => geometry))
    }
    void look()
    handle.map.on('moveend', look)
    return () => {
      isOver = true
      handle.map.off('moveend', look)
    }
  }, [handle, edition])
  useEffect(() => setGround(new SnapGround([...given, ...parcels])), [given, parcels])
  return ground
}

/** Metres. */
export function boxInView({ map }: MapHandle): Box {
  const bounds = map.getBounds()
  const [west, south] = placeToPlane([bounds.getWest(), bounds.getSouth()])
  const [east, north] = placeToPlane([bounds.getEast(), bounds.getNorth()])
  return [west, south, east, north]
}
