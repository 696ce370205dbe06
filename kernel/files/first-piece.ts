import { link, open, rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createSm3 } from '../crypto/sm3.ts'
import { DigestDiffers, moveInto, TooLarge } from './stored-file.ts'

type First = { digest: string; size: number }
type Places = { draft: string; part: string; path: string }

/**
 * A file from its first byte on, hashed as it comes: one that comes whole is written once and never read again. What breaks off
 * becomes the part to go on from. Answers how far it came.
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

/** Written at once: a photo in a few turns at the disk, which others wait for too, not in a hundred. */
const GULP = 1024 * 1024

/** On the disk before anybody is told, also when the stream breaks off. */
async function writeDraft({ size }: First, stream: Readable, draft: string) {
  const hash = createSm3()
  const file = await open(draft, 'wx')
  let written = 0
  const waiting: Uint8Array[] = []
  // All of it or an error, unlike `write`: what was hashed is what lies there.
  const flush = () => file.writeFile(Buffer.concat(waiting.splice(0)))
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (written + chunk.length > size) throw new TooLarge(`more than the ${size} bytes it was to have`)
      hash.update(chunk)
      waiting.push(chunk)
      written += chunk.length
      if (Math.floor(written / GULP) > Math.floor((written - chunk.length) / GULP)) await flush()
    }
  } finally {
    await flush()
      .then(() => file.sync())
      .finally(() => file.close())
  }
  return { written, digest: hash.digest() }
}

/** Of two who begin it at once the part of the first stands: nobody who writes to it may lose it. */
async function begin(draft: string, part: string): Promise<void> {
  await link(draft, part).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}
