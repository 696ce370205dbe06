import { type RefObject, useEffect, useRef, useState } from 'react'
import { platform } from './platform.ts'

export type Camera = {
  video: RefObject<HTMLVideoElement | null>
  /** `refused`: it was not allowed */
  state: 'starting' | 'ready' | 'none' | 'refused'
  /** Tries once more, after it was allowed or another app has given it back. */
  begin: () => void
}

/** What a phone is asked for; it gives what it can. */
const WANTED = { facingMode: 'environment', width: { ideal: 4096 }, height: { ideal: 3072 } }

/**
 * The camera at the back, as a live picture. A call, another app or the lock of the screen takes it away: what stands still then must not be
 * taken for what is there now, so it is begun anew.
 */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<Camera['state']>('starting')
  const [round, setRound] = useState(0)
  const begin = () => setRound((before) => before + 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins it anew
  useEffect(() => {
    let stream: MediaStream | undefined
    let isOver = false
    const start = async () => {
      stream = await platform().openCamera(WANTED)
      if (isOver || !video.current) return stopped(stream)
      for (const track of stream.getVideoTracks()) track.addEventListener('ended', begin, { once: true })
      video.current.srcObject = stream
      await video.current.play()
      setState('ready')
    }
    setState('starting')
    start().catch((error: unknown) => !isOver && setState(isRefusal(error) ? 'refused' : 'none'))
    const look = () => {
      const isStill = stream?.getVideoTracks().some(({ muted, readyState }) => muted || readyState === 'ended')
      if (document.visibilityState === 'visible' && isStill) begin()
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', look)
      if (stream) stopped(stream)
    }
  }, [round])
  return { video, state, begin }
}

const isRefusal = (error: unknown) => error instanceof DOMException && error.name === 'NotAllowedError'

function stopped(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
