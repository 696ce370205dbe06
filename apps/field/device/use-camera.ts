import { type RefObject, useEffect, useRef, useState } from 'react'

export type Camera = {
  video: RefObject<HTMLVideoElement | null>
  state: 'starting' | 'ready' | 'none'
  take: () => Promise<Blob>
}

/** Largest edge a phone is asked for; what it gives is kept as it is. */
const WANTED = { facingMode: 'environment', width: { ideal: 4096 }, height: { ideal: 3072 } }
const QUALITY = 0.9

/** The camera at the back, as a live picture; `none` where there is no camera or it was refused. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<Camera['state']>('starting')
  useEffect(() => {
    let stream: MediaStream | undefined
    let isOver = false
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: WANTED })
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
  return { video, state, take: () => pictureOf(video.current!) }
}

function stopped(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

const pictureOf = (video: HTMLVideoElement) => drawn(video, video.videoWidth, video.videoHeight, QUALITY)

/** A small picture for lists: 240 px wide. */
export async function thumbnailOf(image: Blob): Promise<Blob> {
  const picture = await createImageBitmap(image)
  const width = 240
  const small = await drawn(picture, width, Math.round((width * picture.height) / picture.width), 0.75)
  picture.close()
  return small
}

function drawn(source: CanvasImageSource, width: number, height: number, quality: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')!.drawImage(source, 0, 0, width, height)
  const { promise, resolve, reject } = Promise.withResolvers<Blob>()
  canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality)
  return promise
}
