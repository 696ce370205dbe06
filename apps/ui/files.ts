import { ProblemError, unreachable } from './problem.ts'

export type StoredFile = { digest: string; size: number }
type Watch = {
  onProgress: (done: number, total: number) => void
  onWait: (seconds: number) => void
  signal?: AbortSignal
}

/** Seconds between tries: a broken line on the road comes back within a minute or two. */
const WAITS = [2, 5, 10, 20]
const VERB = 'files.put'

/** Sends a file's bytes; a cut connection is tried again from the start (sending the same bytes twice is harmless). */
export async function putFile(file: File, watch: Watch): Promise<StoredFile> {
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

async function countDown(seconds: number, { onWait, signal }: Watch): Promise<void> {
  for (let left = seconds; left > 0 && !signal?.aborted; left--) {
    onWait(left)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
