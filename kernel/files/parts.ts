import {
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createSm3 } from '../crypto/sm3.ts'
import { writeFirst } from './first-piece.ts'
import { DigestDiffers, moveInto, type StoredFile, TooLarge } from './stored-file.ts'

/** A piece of a file that is sent in several: of whom, what it will be, from which byte on. */
export type Piece = { owner: string; digest: string; size: number; offset: number }

/** Begins behind what has arrived: `offset` says how far that is. */
export class Gap extends Error {
  readonly offset: number
  constructor(offset: number) {
    super(`only ${offset} bytes have arrived`)
    this.offset = offset
  }
}

/** Files that arrive in pieces, over a link that breaks; each is named beforehand by the SM3 digest of its bytes. */
export type PartStore = {
  /** How many bytes of it have arrived and are on the disk: all of one that is stored, 0 of one that was never begun. */
  offsetOf(owner: string, digest: string): Promise<number>
  /**
   * Writes what comes, as far as it comes: a link that breaks loses no byte that was written before. With the last byte the whole
   * is hashed and becomes an object of the store; other bytes than named refuse with `DigestDiffers` and are begun anew.
   * Several at once write the same bytes to the same places. Throws `Gap`, `TooLarge`.
   */
  add(piece: Piece, stream: Readable): Promise<{ offset: number; stored?: StoredFile }>
}

type Paths = { folder: string; pathOf: (digest: string) => string; draftPath: () => string }

export function diskParts({ folder, pathOf, draftPath }: Paths): PartStore {
  const parts = join(folder, 'parts')
  const partOf = (owner: string, digest: string) => join(parts, `${owner.replaceAll(/[^\w-]/g, '')}-${digest}`)
  const offsetOf = async (owner: string, digest: string) => {
    const arrived = await stat(partOf(owner, digest)).catch(() => undefined)
    // Looked for last: the part goes only when the whole is there.
    return statSync(pathOf(digest), { throwIfNoEntry: false })?.size ?? arrived?.size ?? 0
  }
  return {
    offsetOf,
    async add(piece, stream) {
      const { owner, digest, size, offset } = piece
      const path = pathOf(digest)
      if (existsSync(path)) return { offset: size, stored: { digest, size: statSync(path).size } }
      const arrived = await offsetOf(owner, digest)
      if (offset > arrived) throw new Gap(arrived)
      mkdirSync(parts, { recursive: true })
      const part = partOf(owner, digest)
      const isFirst = offset === 0 && arrived === 0
      const reached = isFirst
        ? await writeFirst(piece, stream, { draft: draftPath(), part, path })
        : await writePiece(part, piece, stream)
      if (reached < size) return { offset: reached }
      if (!existsSync(path)) await finish(part, path, digest)
      return { offset: size, stored: { digest, size } }
    },
  }
}

/** Where the file ends afterwards. What was written is on the disk before anybody is told, also when the stream breaks off. */
async function writePiece(part: string, { size, offset }: Piece, stream: Readable): Promise<number> {
  // Of two who begin it at once neither may empty it for the other.
  const file = await open(part, constants.O_RDWR | constants.O_CREAT)
  let at = offset
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (at + chunk.length > size) throw new TooLarge(`more than the ${size} bytes it was to have`)
      await file.write(chunk, 0, chunk.length, at)
      at += chunk.length
    }
  } finally {
    await file.sync()
    await file.close()
  }
  // Gone when the same, sent twice at once, is stored already.
  return Math.max(at, (await stat(part).catch(() => undefined))?.size ?? 0)
}

/** Read and hashed at once: a photo in a few turns of the loop, not in a hundred. */
const GULP = 1024 * 1024

/**
 * What is stored is a copy: a second sender may still have the part open, and would write into the object. Hashed on the
 * way, so what bears the name is what was hashed.
 */
async function finish(part: string, path: string, digest: string): Promise<void> {
  const copy = `${part}.${Math.random().toString(36).slice(2)}`
  try {
    const hash = createSm3()
    async function* hashed(source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        hash.update(chunk)
        yield chunk
      }
    }
    const read = createReadStream(part, { highWaterMark: GULP })
    await pipeline(read, hashed, createWriteStream(copy, { flush: true, highWaterMark: GULP }))
    if (hash.digest() !== digest) throw new DigestDiffers('other bytes arrived than were named')
    await moveInto(copy, path)
  } catch (error) {
    // Somebody who sent the same at once has stored it already.
    if (!existsSync(path)) throw error
  } finally {
    await Promise.all([rm(copy, { force: true }), rm(part, { force: true })])
  }
}

const WEEK_MS = 7 * 86_400_000

/** What was begun and not gone on with for a week. */
export function dropOldParts(folder: string, now: Date): void {
  const parts = join(folder, 'parts')
  if (!existsSync(parts)) return
  for (const name of readdirSync(parts)) {
    const path = join(parts, name)
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (now.getTime() - touched > WEEK_MS) rmSync(path, { force: true })
  }
}
