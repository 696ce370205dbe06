import { existsSync } from 'node:fs'
import { copyFile, open, rm } from 'node:fs/promises'
import { hashFile } from './hashing/hash-file.ts'
import { DigestDiffers, moveInto } from './stored-file.ts'

/** How many of this process have a part open, by its path: a store on a disk is one server's. */
const writers = new Map<string, number>()
/** An archive of gigabytes takes longer to finish than a proxy waits: who asks again meanwhile waits for the same. */
const finishing = new Map<string, Promise<void>>()

/** Writes to a part; while it is being finished nobody does, for what was hashed would be no more what is stored. */
export async function writing<T>(part: string, write: () => Promise<T>): Promise<T> {
  while (finishing.has(part)) await finishing.get(part)!.catch(() => undefined)
  writers.set(part, (writers.get(part) ?? 0) + 1)
  try {
    return await write()
  } finally {
    const left = writers.get(part)! - 1
    if (left > 0) writers.set(part, left)
    else writers.delete(part)
  }
}

/** The part that has all its bytes becomes the object. Throws `DigestDiffers`, and then it is begun anew. */
export function finishOnce(part: string, path: string, digest: string): Promise<void> {
  const begun = finishing.get(part) ?? finish(part, path, digest).finally(() => finishing.delete(part))
  finishing.set(part, begun)
  return begun
}

/**
 * Hashed where it lies and renamed: no room for a second one is needed. Where another sender still has it open, who could write into the
 * object later, a copy is hashed and becomes the object. Whatever kills this on the way leaves the part whole, or the object.
 */
async function finish(part: string, path: string, digest: string): Promise<void> {
  const isShared = writers.has(part)
  const whole = isShared ? `${part}.${Math.random().toString(36).slice(2)}` : part
  try {
    if (isShared) await copyFile(part, whole)
    const [found] = await Promise.all([hashFile(whole), syncFile(whole)])
    if (found !== digest) throw new DigestDiffers('other bytes arrived than were named')
    await moveInto(whole, path)
    await rm(part, { force: true })
  } catch (error) {
    // What a full or broken disk stopped is gone on with; it has all its bytes.
    if (error instanceof DigestDiffers) await rm(part, { force: true })
    // Somebody who sent the same at once has stored it already.
    if (!existsSync(path)) throw error
  } finally {
    if (isShared) await rm(whole, { force: true })
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}
