import { useEffect, useState } from 'react'
import { platform } from './platform.ts'

export type Place = { position: [number, number]; accuracy: number; altitude: number | null; at: number }
export type PlaceState = { place: Place | null; refused: 'denied' | 'unavailable' | null }

/** Own position while the page is open: longitude, latitude, accuracy in metres. */
export function usePlace(): PlaceState {
  const [state, setState] = useState<PlaceState>({ place: null, refused: null })
  useEffect(() => {
    const { positions } = platform()
    if (!positions) {
      setState({ place: null, refused: 'unavailable' })
      return
    }
    const found = ({ coords, timestamp }: GeolocationPosition) =>
      setState({
        place: {
          position: [coords.longitude, coords.latitude],
          accuracy: coords.accuracy,
          altitude: coords.altitude,
          at: timestamp,
        },
        refused: null,
      })
    const failed = ({ code, PERMISSION_DENIED }: GeolocationPositionError) =>
      setState((before) => ({ ...before, refused: code === PERMISSION_DENIED ? 'denied' : 'unavailable' }))
    const watch = positions.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: 2000 })
    return () => positions.clearWatch(watch)
  }, [])
  return state
}
