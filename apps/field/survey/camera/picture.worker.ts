/// <reference lib="webworker" />
import { drawPicture, type Picture } from './draw-picture.ts'

export type PictureRequest = { id: number; source: VideoFrame | ImageBitmap | Blob; lines: string[] }
export type PictureAnswer = { id: number } & (Picture | { fault: string })

/** Stamps and packs pictures, so that the page goes on showing what the camera sees. */
self.onmessage = async ({ data: { id, source, lines } }: MessageEvent<PictureRequest>) => {
  try {
    const frame = source instanceof Blob ? await createImageBitmap(source) : source
    const picture = await drawPicture(frame, lines).finally(() => frame.close())
    self.postMessage({ id, ...picture } satisfies PictureAnswer)
  } catch (error) {
    self.postMessage({ id, fault: String(error) } satisfies PictureAnswer)
  }
}
