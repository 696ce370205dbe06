import { useEffect, useState } from 'react'

export type Place = { position: [number, number]; accuracy: number; altitude: number | null; at: number }
export type PlaceState = { place: Place | null; refused: 'denied' | 'unavailable' | null }

/** Own position while the page is open: longitude, latitude, accuracy in metres. */
export function usePlace(): PlaceState {
  const [state, setState] = useState<PlaceState>({ place: null, refused: null })
  useEffect(() => {
    if (!('geolocation' in navigator)) {
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
    const watch = navigator.geolocation.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: 2000 })
    return () => navigator.geolocation.clearWatch(watch)
  }, [])
  return state
}
