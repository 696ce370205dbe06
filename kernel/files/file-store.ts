import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createSm3, sm3 } from '../crypto/sm3.ts'

export type StoredFile = { digest: string; size: number }

/** Bytes by their SM3 digest: the same content is one object, and a changed object is found by its name. */
export type FileStore = {
  put(bytes: Uint8Array): Promise<StoredFile>
  /** Refuses with `TooLarge` beyond `limit` bytes; a stream that breaks off leaves nothing behind. */
  putStream(stream: Readable, limit: number): Promise<StoredFile>
  get(digest: string): Promise<Uint8Array>
  stream(digest: string): Readable
  has(digest: string): Promise<boolean>
}

export class TooLarge extends Error {}

/** Objects on the local disk under `folder`, two levels deep; written beside and renamed, so an object is whole or absent. */
export function diskStore(folder: string): FileStore {
  const pathOf = (digest: string) => {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError('not a digest')
    const inside = join(folder, digest.slice(0, 2))
    mkdirSync(inside, { recursive: true })
    return join(inside, digest.slice(2))
  }
  const draftPath = () => {
    mkdirSync(join(folder, 'drafts'), { recursive: true })
    return join(folder, 'drafts', `${process.pid}-${Math.random().toString(36).slice(2)}`)
  }
  return {
    async put(bytes) {
      const digest = sm3(bytes)
      if (!existsSync(pathOf(digest))) {
        const draft = draftPath()
        await writeFile(draft, bytes, { flush: true })
        await rename(draft, pathOf(digest))
      }
      return { digest, size: bytes.length }
    },
    putStream: (stream, limit) => storeStream(stream, limit, draftPath(), pathOf),
    get: (digest) => readFile(pathOf(digest)),
    stream: (digest) => createReadStream(pathOf(digest)),
    has: async (digest) => existsSync(pathOf(digest)),
  }
}

async function storeStream(
  stream: Readable,
  limit: number,
  draft: string,
  pathOf: (digest: string) => string,
): Promise<StoredFile> {
  const hash = createSm3()
  let size = 0
  async function* measured(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      size += chunk.length
      if (size > limit) throw new TooLarge(`more than ${limit} bytes`)
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(stream, measured, createWriteStream(draft, { flush: true }))
    const digest = hash.digest()
    await rename(draft, pathOf(digest))
    return { digest, size }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
