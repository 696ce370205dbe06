/// <reference lib="webworker" />
import { drawPicture, type Picture } from './draw-picture.ts'

export type PictureRequest = { id: number; source: VideoFrame | ImageBitmap; size: [number, number]; lines: string[] }
export type PictureAnswer = { id: number } & (Picture | { fault: string })

/** Stamps and packs pictures, so that the page goes on showing what the camera sees. */
self.onmessage = async ({ data: { id, source, size, lines } }: MessageEvent<PictureRequest>) => {
  try {
    self.postMessage({ id, ...(await drawPicture(source, size, lines)) } satisfies PictureAnswer)
  } catch (error) {
    self.postMessage({ id, fault: String(error) } satisfies PictureAnswer)
  } finally {
    source.close()
  }
}
