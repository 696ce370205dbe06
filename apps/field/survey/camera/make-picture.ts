import { drawPicture, type Picture } from './draw-picture.ts'
import type { PictureAnswer, PictureRequest } from './picture.worker.ts'

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, { resolve: (picture: Picture) => void; reject: (error: Error) => void }>()

/** Whether pictures can be drawn off the page: everywhere but on iPhones older than iOS 16.4. */
const hasWorker = () => typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined'

/** Begins the worker before the first photo, so that nobody waits for it at the shutter. */
export const prepareWorker = (): void => void (hasWorker() && atWork())

/** A stamped JPEG of what the camera shows at this moment, with its thumbnail. */
export async function makePicture(
  source: CanvasImageSource,
  size: [number, number],
  lines: string[],
): Promise<Picture> {
  if (!hasWorker()) return drawPicture(source, size, lines)
  const frame = await frameOf(source)
  const id = ++last
  const { promise, resolve, reject } = Promise.withResolvers<Picture>()
  waiting.set(id, { resolve, reject })
  atWork().postMessage({ id, source: frame, size, lines } satisfies PictureRequest, [frame])
  return promise
}

/** What is handed to the worker without being copied. */
const frameOf = async (source: CanvasImageSource): Promise<VideoFrame | ImageBitmap> =>
  typeof VideoFrame !== 'undefined' && source instanceof HTMLVideoElement
    ? new VideoFrame(source)
    : createImageBitmap(source as ImageBitmapSource)

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
