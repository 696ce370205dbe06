import { open } from 'node:fs/promises'
import { endOfOldExif } from '../rules/photo/exif.ts'

/** EXIF is at most 64 KB, and near the front; what cameras write behind a picture is less. */
const HEAD = 256 * 1024
const TAIL = 64 * 1024

/** Front and end of a photo in the file store. The end begins behind what stands in front of the picture: a thumbnail there has an end of its own. */
export async function storedEnds(path: string): Promise<{ head: Uint8Array; tail: Uint8Array }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const read = async (at: number, length: number) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    }
    const head = await read(0, Math.min(HEAD, size))
    const from = Math.min(size, Math.max(size - TAIL, endOfOldExif(head)))
    return { head, tail: await read(from, size - from) }
  } finally {
    await file.close()
  }
}
