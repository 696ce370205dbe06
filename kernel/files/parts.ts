import { constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { finishOnce, writing } from './finish-part.ts'
import { writeFirst } from './first-piece.ts'
import type { StoredFile } from './stored-file.ts'
import { writeStream } from './write-stream.ts'

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
      const part = partOf(owner, digest)
      const reached = await writing(part, async () => {
        const arrived = await offsetOf(owner, digest)
        if (offset > arrived) throw new Gap(arrived)
        // Stored meanwhile, or whole and only to be finished: there is nothing to write.
        if (arrived > 0 && arrived === size) return size
        mkdirSync(parts, { recursive: true })
        const isFirst = offset === 0 && arrived === 0
        return isFirst ? writeFirst(piece, stream, { draft: draftPath(), part, path }) : writePiece(part, piece, stream)
      })
      if (reached < size) return { offset: reached }
      if (!existsSync(path)) await finishOnce(part, path, digest)
      return { offset: size, stored: { digest, size } }
    },
  }
}

/** Where the file ends afterwards. What was written is on the disk before anybody is told, also when the stream breaks off. */
async function writePiece(part: string, { size, offset }: Piece, stream: Readable): Promise<number> {
  // Of two who begin it at once neither may empty it for the other.
  const file = await open(part, constants.O_RDWR | constants.O_CREAT)
  let end = offset
  try {
    end = await writeStream(file, stream, { at: offset, size })
  } finally {
    await file.sync().finally(() => file.close())
  }
  // Gone when the same, sent twice at once, is stored already.
  return Math.max(end, (await stat(part).catch(() => undefined))?.size ?? 0)
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
