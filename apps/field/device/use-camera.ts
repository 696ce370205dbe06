import { type RefObject, useEffect, useRef, useState } from 'react'
import { platform } from './platform.ts'

export type Camera = {
  video: RefObject<HTMLVideoElement | null>
  state: 'starting' | 'ready' | 'none'
}

/** What a phone is asked for; it gives what it can. */
const WANTED = { facingMode: 'environment', width: { ideal: 4096 }, height: { ideal: 3072 } }

/** The camera at the back, as a live picture; `none` where there is no camera or it was refused. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<Camera['state']>('starting')
  useEffect(() => {
    let stream: MediaStream | undefined
    let isOver = false
    const start = async () => {
      stream = await platform().openCamera(WANTED)
      if (isOver || !video.current) return stopped(stream)
      video.current.srcObject = stream
      await video.current.play()
      setState('ready')
    }
    start().catch(() => !isOver && setState('none'))
    return () => {
      isOver = true
      if (stream) stopped(stream)
    }
  }, [])
  return { video, state }
}

function stopped(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
