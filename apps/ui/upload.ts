export type StoredFile = { digest: string; size: number }

/** `onDigest`: a large file is read through before it is sent, so that what has arrived of it can be found again. */
export type Watch = {
  onDigest?: (done: number, total: number) => void
  onProgress: (done: number, total: number) => void
  onWait: (seconds: number) => void
  signal?: AbortSignal
}

/** Seconds between tries: a broken line on the road comes back within a minute or two. */
export const WAITS = [2, 5, 10, 20]
export const VERB = 'files.put'

export async function countDown(seconds: number, { onWait, signal }: Watch): Promise<void> {
  for (let left = seconds; left > 0 && !signal?.aborted; left--) {
    onWait(left)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
