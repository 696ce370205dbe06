import { open } from 'node:fs/promises'

/** Bytes in the store, by their SM3 digest. */
export type StoredFile = { digest: string; size: number }

export class TooLarge extends Error {}
export class DigestDiffers extends Error {}

/** The folder that records a file's name is on the disk. */
export async function syncFolder(path: string): Promise<void> {
  // Windows does not open folders.
  if (process.platform === 'win32') return
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}
