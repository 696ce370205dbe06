import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { endOfOldExif, pictureDigest } from '../rules/photo/exif.ts'

/** Read at once; what is at the front of a JPEG beside the picture is far smaller. */
const GULP = 1024 * 1024

/** `pictureDigest` of a photo in the file store, which need not lie in memory whole: many phones send at once. */
export async function storedPictureDigest(path: string): Promise<string> {
  const file = await open(path)
  try {
    return await digestOf(file)
  } finally {
    await file.close()
  }
}

async function digestOf(file: FileHandle): Promise<string> {
  const buffer = new Uint8Array(GULP)
  const read = async () => buffer.subarray(0, (await file.read(buffer, 0, GULP, null)).bytesRead)
  const head = await read()
  const from = endOfOldExif(head)
  // No camera writes so much in front of a picture; where one does, what ends it was not read.
  if (from > GULP - 4) return pictureDigest(await wholeOf(file))
  const hash = createHash('sha256').update(head.subarray(from))
  for (let part = await read(); part.length > 0; part = await read()) hash.update(part)
  return hash.digest('hex')
}

async function wholeOf(file: FileHandle): Promise<Uint8Array> {
  const { size } = await file.stat()
  const bytes = new Uint8Array(size)
  await file.read(bytes, 0, size, 0)
  return bytes
}
