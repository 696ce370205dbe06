import { drawPicture, type Picture } from './draw-picture.ts'
import type { PictureAnswer, PictureRequest } from './picture.worker.ts'

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, { resolve: (picture: Picture) => void; reject: (error: Error) => void }>()

/** Whether pictures can be drawn off the page: everywhere but on iPhones older than iOS 16.4. */
const hasWorker = () => typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined'

/** Begins the worker before the first photo, so that nobody waits for it at the shutter. */
export const prepareWorker = (): void => void (hasWorker() && atWork())

/** What can be made a picture of: what the camera shows, a picture, a JPEG. */
export type Source = HTMLVideoElement | ImageBitmap | Blob

/** A stamped JPEG of it as it is at this moment, with its thumbnail. */
export async function makePicture(source: Source, lines: string[]): Promise<Picture> {
  if (!hasWorker()) return drawPicture(source instanceof Blob ? await createImageBitmap(source) : source, lines)
  const handed = await handedOver(source)
  const id = ++last
  const { promise, resolve, reject } = Promise.withResolvers<Picture>()
  waiting.set(id, { resolve, reject })
  atWork().postMessage({ id, source: handed, lines } satisfies PictureRequest, handed instanceof Blob ? [] : [handed])
  return promise
}

/** What goes to the worker without being copied. */
async function handedOver(source: Source): Promise<PictureRequest['source']> {
  if (source instanceof Blob || source instanceof ImageBitmap) return source
  return typeof VideoFrame === 'undefined' ? createImageBitmap(source) : new VideoFrame(source)
}

function atWork(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
    const { resolve, reject } = waiting.get(data.id)!
    waiting.delete(data.id)
    if ('fault' in data) reject(new Error(data.fault))
    else resolve(data)
  }
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
    worker = undefined
  }
  return worker
}
