import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createSm3, sm3 } from '../crypto/sm3.ts'
import { notFound, Refusal } from '../problems/problem.ts'
import { diskParts, type PartStore } from './parts.ts'
import { DigestDiffers, moveInto, type StoredFile, TooLarge } from './stored-file.ts'

/** Both included. */
export type Range = { from?: number; to?: number }

/** Read at once of what is streamed. Bytes. */
const GULP = 256 * 1024

/** Bytes by their SM3 digest: the same content is one object, and a changed object is found by its name. */
export type FileStore = {
  put(bytes: Uint8Array): Promise<StoredFile>
  /**
   * Refuses with `TooLarge` beyond `limit` bytes and `DigestDiffers` when other bytes arrived than the sender meant; then,
   * and when the stream breaks off, nothing is left behind.
   */
  putStream(stream: Readable, limit: number, expectedDigest?: string): Promise<StoredFile>
  /** Refuses with files.unknown (404) when there is no such object. */
  get(digest: string): Promise<Uint8Array>
  /** `from` and `to`: bytes, both included; without them the whole. Refuses with files.unknown. */
  stream(digest: string, range?: Range): Readable
  /** Bytes. Refuses with files.unknown. */
  sizeOf(digest: string): Promise<number>
  has(digest: string): Promise<boolean>
  /** Where the object lies, for who reads it here and there and never whole. Refuses with files.unknown. */
  pathOf(digest: string): string
  /** Files that come in pieces. */
  parts: PartStore
}

/** Objects on the local disk under `folder`, two levels deep; written beside and renamed, so an object is whole or absent. */
export function diskStore(folder: string): FileStore {
  const drafts = join(folder, 'drafts')
  const draftPath = () => {
    mkdirSync(drafts, { recursive: true })
    return join(drafts, `${process.pid}-${Math.random().toString(36).slice(2)}`)
  }
  const pathOf = (digest: string) => {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw unknown(digest)
    return join(folder, digest.slice(0, 2), digest.slice(2))
  }
  return {
    async put(bytes) {
      const digest = sm3(bytes)
      const path = pathOf(digest)
      if (!existsSync(path))
        await viaDraft(draftPath(), (draft) => writeFile(draft, bytes, { flush: true }).then(() => path))
      return { digest, size: bytes.length }
    },
    putStream: (stream, limit, expected) => storeStream(stream, { limit, expected, draft: draftPath(), pathOf }),
    get: (digest) => readFile(pathOf(digest)).catch(refuseUnknown(digest)),
    stream(digest, { from = 0, to = Number.POSITIVE_INFINITY } = {}) {
      const path = pathOf(digest)
      if (!existsSync(path)) throw unknown(digest)
      return createReadStream(path, { start: from, end: to, highWaterMark: GULP })
    },
    sizeOf: async (digest) => (await stat(pathOf(digest)).catch(refuseUnknown(digest))).size,
    has: async (digest) => existsSync(pathOf(digest)),
    pathOf(digest) {
      const path = pathOf(digest)
      if (!existsSync(path)) throw unknown(digest)
      return path
    },
    parts: diskParts({ folder, pathOf, draftPath }),
  }
}

const unknown = (digest: string) => new Refusal(notFound('files.unknown', { digest: digest.slice(0, 12) }))

const refuseUnknown = (digest: string) => (error: NodeJS.ErrnoException) => {
  throw error.code === 'ENOENT' ? unknown(digest) : error
}

type Arrival = { limit: number; expected?: string; draft: string; pathOf: (digest: string) => string }

async function storeStream(stream: Readable, { limit, expected, draft, pathOf }: Arrival): Promise<StoredFile> {
  const hash = createSm3()
  let size = 0
  let digest = ''
  async function* measured(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      size += chunk.length
      if (size > limit) throw new TooLarge(`more than ${limit} bytes`)
      hash.update(chunk)
      yield chunk
    }
  }
  await viaDraft(draft, async () => {
    await pipeline(stream, measured, createWriteStream(draft, { flush: true }))
    digest = hash.digest()
    if (expected !== undefined && expected !== digest) throw new DigestDiffers(`${digest} arrived`)
    return pathOf(digest)
  })
  return { digest, size }
}

/** Writes a draft and moves it to the path `write` answers. */
async function viaDraft(draft: string, write: (draft: string) => Promise<string>): Promise<void> {
  try {
    const path = await write(draft)
    await moveInto(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

const DAY_MS = 86_400_000

/** Drafts a killed process left behind; younger ones may belong to an upload that is under way in another process. */
export function dropOldDrafts(folder: string, now: Date): void {
  const drafts = join(folder, 'drafts')
  if (!existsSync(drafts)) return
  for (const name of readdirSync(drafts)) {
    const path = join(drafts, name)
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (now.getTime() - made > DAY_MS) rmSync(path, { force: true })
  }
}
