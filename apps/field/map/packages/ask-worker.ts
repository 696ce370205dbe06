import type { Problem } from '../../../../kernel/problems/problem.ts'
import { ProblemError } from '../../../ui/problem.ts'
import type { Progress } from './download.ts'
import type { Asked, PackageQuestions, Told } from './worker-api.ts'

type Waiting = {
  resolve(answer: unknown): void
  reject(error: unknown): void
  onProgress?: (progress: Progress) => void
}

let worker: Worker | undefined
const waiting = new Map<number, Waiting>()
let last = 0

/** Asks the packages' worker: files are written, searched and measured off the page's own thread. Throws ProblemError or Error. */
export function askWorker<N extends keyof PackageQuestions>(
  name: N,
  given: Parameters<PackageQuestions[N]>,
  onProgress?: (progress: Progress) => void,
): Promise<ReturnType<PackageQuestions[N]>> {
  worker ??= startWorker()
  const number = ++last
  const asked: Asked = { number, name, given }
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve: resolve as (answer: unknown) => void, reject, ...(onProgress && { onProgress }) })
    worker!.postMessage(asked)
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./package-worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<Told>) => {
    const asker = waiting.get(data.number)
    if (!asker) return
    if ('progress' in data) return asker.onProgress?.(data.progress)
    waiting.delete(data.number)
    if ('answer' in data) asker.resolve(data.answer)
    else asker.reject(data.problem ? problemError(data.problem) : new Error(data.message))
  }
  // A worker that could not start, or broke: whoever waits is told, the next question starts another.
  started.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || 'worker'))
    waiting.clear()
    worker = undefined
  }
  return started
}

const problemError = ({ code, status, params }: Problem) => new ProblemError(code, status, params ?? {})
