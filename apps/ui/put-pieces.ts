import { createSm3 } from '../../kernel/crypto/sm3.ts'
import { send } from './api.ts'
import { ProblemError } from './problem.ts'
import { countDown, type StoredFile, VERB, WAITS, type Watch } from './upload.ts'

const PIECE = 8 * 1024 * 1024
/** Read between two breaths of the page: hashing takes some 40 ms. */
const SIP = 2 * 1024 * 1024

type Arrived = { offset: number; receipt?: unknown }

/** Sends a file from where the server has it: a connection that is cut, or a page that was closed, costs one piece at most. */
export async function putPieces(file: File, watch: Watch): Promise<StoredFile> {
  const digest = await digestOf(file, watch)
  const waits = [...WAITS]
  let furthest = 0
  const onProgress: Watch['onProgress'] = (done, total) => {
    // What a server forgets and is sent again is no progress.
    if (done > furthest) waits.splice(0, waits.length, ...WAITS)
    furthest = Math.max(furthest, done)
    watch.onProgress(done, total)
  }
  for (;;) {
    try {
      return await goOn(file, digest, { ...watch, onProgress })
    } catch (error) {
      if (!isCut(error) || watch.signal?.aborted) throw error
      const wait = waits.shift()
      if (wait === undefined) throw new ProblemError('web.upload.cut', 0, { times: WAITS.length + 1 }, VERB)
      await countDown(wait, watch)
    }
  }
}

async function digestOf(file: File, { onDigest, signal }: Watch): Promise<string> {
  const hash = createSm3()
  for (let from = 0; from < file.size; from += SIP) {
    signal?.throwIfAborted()
    hash.update(new Uint8Array(await file.slice(from, from + SIP).arrayBuffer()))
    onDigest?.(Math.min(from + SIP, file.size), file.size)
  }
  return hash.digest()
}

async function goOn(file: File, digest: string, { onProgress, signal }: Watch): Promise<StoredFile> {
  const { size } = file
  const init = { signal: signal ?? null }
  let { offset } = await send<Arrived>(VERB, `/api/files/${digest}/offset`, init)
  for (;;) {
    // Of a file the server has whole, one byte asks for its answer; an empty one is sent as it is.
    const from = Math.max(0, Math.min(offset, size - 1))
    const headers = { 'content-type': 'application/octet-stream', 'upload-offset': `${from}`, 'upload-length': `${size}` } // biome-ignore format: one row
    const body = file.slice(from, from + PIECE)
    const arrived = await send<Arrived>(VERB, `/api/files/${digest}`, { ...init, method: 'PATCH', headers, body })
    onProgress(arrived.offset, size)
    if (arrived.receipt) return { digest, size }
    offset = arrived.offset
  }
}

/** No answer, or a proxy that had none from the server in its time: what has arrived is there. Or the server has less than it said. */
const isCut = (error: unknown) =>
  error instanceof ProblemError && ([0, 502, 504].includes(error.status) || error.code === 'files.piece.gap')
