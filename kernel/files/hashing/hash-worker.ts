// The hashing thread: paths in, SM3 digests out. Several at once take turns, so that a photo does not wait for an archive.
import { type FileHandle, open } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { createSm3 } from '../../crypto/sm3.ts'
import type { HashAnswer, HashJob } from './hash-file.ts'

const GULP = 1024 * 1024
const spare: Uint8Array[] = []

async function hash(path: string): Promise<string> {
  const file = await open(path)
  const buffer = spare.pop() ?? new Uint8Array(GULP)
  try {
    return await hashInto(file, buffer)
  } finally {
    spare.push(buffer)
    await file.close()
  }
}

async function hashInto(file: FileHandle, buffer: Uint8Array): Promise<string> {
  const hasher = createSm3()
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, GULP, null)
    if (bytesRead === 0) return hasher.digest()
    hasher.update(buffer.subarray(0, bytesRead))
  }
}

const answer = ({ id, path }: HashJob): Promise<HashAnswer> =>
  hash(path).then(
    (digest) => ({ id, digest }),
    (error: unknown) => ({ id, failed: String(error) }),
  )

parentPort!.on('message', async (job: HashJob) => parentPort!.postMessage(await answer(job)))
