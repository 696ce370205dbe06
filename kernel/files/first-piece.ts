import { link, open, rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { hashFile } from './hashing/hash-file.ts'
import { DigestDiffers, moveInto } from './stored-file.ts'
import { writeStream } from './write-stream.ts'

type First = { digest: string; size: number }
type Places = { draft: string; part: string; path: string }

/**
 * A file from its first byte on, into a place nobody else writes to: one that comes whole is written once. What breaks off becomes the
 * part to go on from. Answers how far it came.
 */
export async function writeFirst(file: First, stream: Readable, { draft, part, path }: Places): Promise<number> {
  try {
    const { written, digest } = await writeDraft(file, stream, draft).catch(async (error: unknown) => {
      await begin(draft, part)
      throw error
    })
    if (written < file.size) {
      await begin(draft, part)
      // Gone when the same, sent twice at once, is stored already.
      return (await stat(part).catch(() => undefined))?.size ?? written
    }
    if (digest !== file.digest) throw new DigestDiffers('other bytes arrived than were named')
    await moveInto(draft, path)
    await rm(part, { force: true })
    return written
  } finally {
    await rm(draft, { force: true })
  }
}

/** On the disk before anybody is told, also when the stream breaks off; one that is whole is hashed while the disk takes it. */
async function writeDraft({ size }: First, stream: Readable, draft: string) {
  const file = await open(draft, 'wx')
  try {
    const written = await writeStream(file, stream, { at: 0, size })
    const [digest] = await Promise.all([written === size ? hashFile(draft) : undefined, file.sync()])
    return { written, digest }
  } catch (error) {
    await file.sync()
    throw error
  } finally {
    await file.close()
  }
}

/** Of two who begin it at once the part of the first stands: nobody who writes to it may lose it. */
async function begin(draft: string, part: string): Promise<void> {
  await link(draft, part).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}
