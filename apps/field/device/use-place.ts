import { useEffect, useState } from 'react'
import { platform } from './platform.ts'

export type Place = { position: [number, number]; accuracy: number; altitude: number | null; at: number }
/** `isOld`: `place` is where one was a while ago; whoever must be there now does not count it. */
export type PlaceState = { place: Place | null; refused: 'denied' | 'unavailable' | null; isOld: boolean }

/** Milliseconds without news after which it is asked anew, and after which a place is an old one. A phone at rest may fall silent. */
const ASK_AGAIN = 15_000
const OLD = 60_000

/** Own position while the page is open: longitude, latitude, accuracy in metres. */
export function usePlace(): PlaceState {
  const [state, setState] = useState<PlaceState>({ place: null, refused: null, isOld: false })
  useEffect(() => {
    const { positions } = platform()
    if (!positions) {
      setState({ place: null, refused: 'unavailable', isOld: false })
      return
    }
    let heard = Date.now()
    const found = ({ coords, timestamp }: GeolocationPosition) => {
      heard = Date.now()
      setState({
        place: {
          position: [coords.longitude, coords.latitude],
          accuracy: coords.accuracy,
          altitude: coords.altitude,
          at: timestamp,
        },
        refused: null,
        isOld: false,
      })
    }
    const failed = ({ code, PERMISSION_DENIED }: GeolocationPositionError) =>
      setState((before) => ({ ...before, refused: code === PERMISSION_DENIED ? 'denied' : 'unavailable' }))
    const begin = () => positions.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: 2000 })
    let watch = begin()
    const timer = setInterval(() => {
      const silent = Date.now() - heard
      if (silent < ASK_AGAIN) return
      positions.clearWatch(watch)
      watch = begin()
      if (silent >= OLD) setState((before) => (before.isOld ? before : { ...before, isOld: true }))
    }, ASK_AGAIN)
    return () => {
      clearInterval(timer)
      positions.clearWatch(watch)
    }
  }, [])
  return state
}
