import type { FileAnswer, FileRequest } from './photo-file.worker.ts'

const isNamed = () =>
  typeof Worker !== 'undefined' && typeof FileSystemFileHandle !== 'undefined' && 'getDirectory' in navigator.storage

let opens: Promise<boolean> | undefined

/**
 * Whether this browser has files of its own that can be flushed: everywhere since 2023. Some name them also in private windows, where
 * they do not open: there originals lie in the database.
 */
export const hasFiles = (): Promise<boolean> => {
  opens ??= isNamed() ? folder().then(() => true, () => false) : Promise.resolve(false) // biome-ignore format: one row
  return opens
}

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, { resolve: (digest: string) => void; reject: (error: Error | DOMException) => void }>()

/** Milliseconds: a phone short of memory ends a worker without a word, and whoever waits for it would wait for ever. */
const SILENT_MS = 60_000

/** Keeps the original of a photo as a sealed file and gives its digest, when it was read back as it was. The bytes are handed over. */
export function keepFile(bytes: ArrayBuffer, key: CryptoKey): Promise<string> {
  const id = ++last
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  waiting.set(id, { resolve, reject })
  atWork().postMessage({ id, bytes, key } satisfies FileRequest, [bytes])
  const timer = setTimeout(() => giveUp('no word from the worker'), SILENT_MS)
  return promise.finally(() => clearTimeout(timer))
}

function atWork(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./photo-file.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('digest' in data) asked?.resolve(data.digest)
    else asked?.reject(new DOMException(data.fault, data.name))
  }
  worker.onerror = ({ message }) => giveUp(message)
  return worker
}

/** Nothing of it is said to be saved; the next photo begins a new worker. */
function giveUp(why: string): void {
  worker?.terminate()
  worker = undefined
  for (const { reject } of waiting.values()) reject(new Error(why))
  waiting.clear()
}

const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('photos', { create: true })

/** As it lies there: sealed. Undefined when there is none. */
export async function readFile(digest: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await (await folder()).getFileHandle(digest).catch(() => undefined)
  return file && new Uint8Array(await (await file.getFile()).arrayBuffer())
}

export async function dropFile(digest: string): Promise<void> {
  if (!(await hasFiles())) return
  await (await folder()).removeEntry(digest).catch(() => undefined)
}

/** By their names alone: a month of originals is not touched at every start. */
export async function listFiles(): Promise<string[]> {
  const found: string[] = []
  for await (const digest of (await folder()).keys()) found.push(digest)
  return found
}

/** When it was written; now where it is not there. */
export async function writtenAt(digest: string): Promise<number> {
  const file = await (await folder()).getFileHandle(digest).catch(() => undefined)
  return (await file?.getFile())?.lastModified ?? Date.now()
}
