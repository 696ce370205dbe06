import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Bytes in the store, by their SM3 digest. */
export type StoredFile = { digest: string; size: number }

export class TooLarge extends Error {}
export class DigestDiffers extends Error {}

/** The disk of the server is full. */
export const isNoRoom = (error: unknown): boolean => (error as NodeJS.ErrnoException)?.code === 'ENOSPC'

/** A finished draft becomes the object of this path; the folder that records it is on the disk before anybody is told. */
export async function moveInto(draft: string, path: string): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true })
  if (made) await syncFolder(dirname(made))
  await rename(draft, path)
  await syncFolder(dirname(path))
}

/** The folder that records a file's name is on the disk. */
async function syncFolder(path: string): Promise<void> {
  // Windows does not open folders.
  if (process.platform === 'win32') return
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}
