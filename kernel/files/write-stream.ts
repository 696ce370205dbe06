import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { TooLarge } from './stored-file.ts'

/** Written at once: a photo in a few turns at the disk, which others wait for too, not in a hundred. */
const GULP = 1024 * 1024

/**
 * Writes what comes from `at` on, all that has come also when the stream breaks off; nothing beyond `size`. Answers where it ends. The
 * caller sees to it that it is on the disk.
 */
export async function writeStream(
  file: FileHandle,
  stream: Readable,
  { at, size }: { at: number; size: number },
): Promise<number> {
  let end = at
  let waiting: Uint8Array[] = []
  let weight = 0
  const flush = async () => {
    const [chunks, begin] = [waiting, end - weight]
    ;[waiting, weight] = [[], 0]
    if (chunks.length > 0) await writeAll(file, chunks, begin, end - begin)
  }
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (end + chunk.length > size) throw new TooLarge(`more than the ${size} bytes it was to have`)
      waiting.push(chunk)
      end += chunk.length
      weight += chunk.length
      if (weight >= GULP) await flush()
    }
  } finally {
    await flush()
  }
  return end
}

/** All of it or an error. */
async function writeAll(file: FileHandle, chunks: Uint8Array[], at: number, length: number): Promise<void> {
  const { bytesWritten } = await file.writev(chunks, at)
  if (bytesWritten < length) throw new Error(`the disk took ${bytesWritten} of ${length} bytes`)
}
