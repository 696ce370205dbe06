/// <reference lib="webworker" />
import { sm3 } from '../../../../kernel/crypto/sm3.ts'
import { openFile, sealFile } from '../../../../modules/fieldwork/rules/sealing/files.ts'

/**
 * Writes originals of photos to the phone's files: sealed, flushed, read back, opened and compared byte by byte, before it says that they
 * are there. Only a worker may wait for the disk (FileSystemSyncAccessHandle).
 */
export type FileRequest = { id: number; bytes: ArrayBuffer; key: CryptoKey }
export type FileAnswer = { id: number; digest: string } | { id: number; fault: string; name: string }

const scope = self as unknown as DedicatedWorkerGlobalScope

scope.onmessage = async ({ data: { id, bytes, key } }: MessageEvent<FileRequest>) => {
  try {
    scope.postMessage({ id, digest: await keep(new Uint8Array(bytes), key) } satisfies FileAnswer)
  } catch (error) {
    const { name, message } = error as Error
    scope.postMessage({ id, fault: message, name } satisfies FileAnswer)
  }
}

async function keep(bytes: Uint8Array<ArrayBuffer>, key: CryptoKey): Promise<string> {
  const digest = sm3(bytes)
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('photos', { create: true })
  const file = await folder.getFileHandle(digest, { create: true })
  const isThere = async () => {
    const back = await openFile(await read(file), key, digest)
    return back !== undefined && isSame(new Uint8Array(back), bytes)
  }
  // Kept before, and whole: a phone that is full now must not lose it over writing it once more.
  if (await isThere().catch(() => false)) return digest
  try {
    await write(file, await sealFile(bytes, key, digest))
    if (!(await isThere())) throw new Error('not as it was written')
  } catch (error) {
    await folder.removeEntry(digest).catch(() => undefined)
    throw error
  }
  return digest
}

async function write(file: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const access = await file.createSyncAccessHandle()
  try {
    access.truncate(0)
    if (access.write(bytes, { at: 0 }) !== bytes.length) throw new DOMException('no room', 'QuotaExceededError')
    access.flush()
  } finally {
    access.close()
  }
}

async function read(file: FileSystemFileHandle): Promise<Uint8Array<ArrayBuffer>> {
  const access = await file.createSyncAccessHandle()
  try {
    const bytes = new Uint8Array(access.getSize())
    access.read(bytes, { at: 0 })
    return bytes
  } finally {
    access.close()
  }
}

/** A plain loop: five million bytes in some 10 ms. */
function isSame(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false
  for (let k = 0; k < left.length; k++) if (left[k] !== right[k]) return false
  return true
}
