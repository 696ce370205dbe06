import { useEffect } from 'react'
import type { MapHandle } from './map-handle.ts'

/** Whichever map is moved takes the other along; the flag keeps them from answering each other. */
export function useTogether(first: MapHandle | null, second: MapHandle | null): void {
  useEffect(() => {
    if (!first || !second) return
    let isFollowing = false
    const follow = (from: MapHandle, to: MapHandle) => () => {
      if (isFollowing) return
      isFollowing = true
      to.map.jumpTo({ center: from.map.getCenter(), zoom: from.map.getZoom() })
      isFollowing = false
    }
    const forth = follow(first, second)
    const back = follow(second, first)
    forth()
    first.map.on('move', forth)
    second.map.on('move', back)
    return () => {
      first.map.off('move', forth)
      second.map.off('move', back)
    }
  }, [first, second])
}
