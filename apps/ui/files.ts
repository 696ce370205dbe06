import { ProblemError, unreachable } from './problem.ts'
import { putPieces } from './put-pieces.ts'
import { countDown, type StoredFile, VERB, WAITS, type Watch } from './upload.ts'

/** Bytes: what is larger would rather go on than begin anew. */
const PIECES_FROM = 32 * 1024 * 1024

/** Sends a file's bytes: a large one in pieces, any other at once, and from the start when the connection was cut (twice is harmless). */
export async function putFile(file: File, watch: Watch): Promise<StoredFile> {
  return file.size > PIECES_FROM ? putPieces(file, watch) : putWhole(file, watch)
}

async function putWhole(file: File, watch: Watch): Promise<StoredFile> {
  for (const wait of [...WAITS, undefined]) {
    try {
      return await sendOnce(file, watch)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 0 || watch.signal?.aborted) throw error
      if (wait === undefined) break
      await countDown(wait, watch)
    }
  }
  throw new ProblemError('web.upload.cut', 0, { times: WAITS.length + 1 }, VERB)
}

/** XMLHttpRequest, since fetch cannot tell how much has been sent. */
function sendOnce(file: File, { onProgress, signal }: Watch): Promise<StoredFile> {
  const { promise, resolve, reject } = Promise.withResolvers<StoredFile>()
  const request = new XMLHttpRequest()
  request.open('PUT', '/api/files')
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
  request.upload.onprogress = ({ loaded }) => onProgress(loaded, file.size)
  request.onload = () =>
    request.status < 300 ? resolve(JSON.parse(request.responseText) as StoredFile) : reject(refusalOf(request))
  request.onerror = () => reject(unreachable(VERB))
  request.onabort = () => reject(unreachable(VERB))
  signal?.addEventListener('abort', () => request.abort())
  request.send(file)
  return promise
}

function refusalOf(request: XMLHttpRequest): ProblemError {
  try {
    const { code, params } = JSON.parse(request.responseText) as {
      code: string
      params?: Record<string, string | number>
    }
    return new ProblemError(code, request.status, params, VERB)
  } catch {
    return new ProblemError('web.server.fault', request.status, { status: request.status }, VERB)
  }
}
