import type { Box } from '../../../../kernel/geometry/types.ts'
import { fieldDatabase } from '../../store/field-database.ts'
import { taskLines } from '../../store/task-lines.ts'
import { sweep } from './files.ts'
import type { KeptPackage } from './kept-package.ts'
import { mayGo } from './may-go.ts'
import { keptPackages, removePackage } from './packages.ts'

/**
 * Removes packages unused for a month on which nothing depends, and folders that no package names. Gives how many went.
 * Packages of other people on this phone cannot be read here: their folders are left to them.
 */
export async function cleanUp(person: string): Promise<number> {
  return navigator.locks.request('yutu-field-packages', async () => {
    const needed = await boxesInNeed(person)
    let removed = 0
    for (const kept of await keptPackages(person)) {
      if (!mayGo(kept, Date.now(), needed)) continue
      await removePackage(kept)
      removed++
    }
    if (!(await isShared(person))) await sweep(foldersOf(await keptPackages(person)))
    return removed
  })
}

const foldersOf = (packages: readonly KeptPackage[]) =>
  new Set(packages.flatMap(({ current, staging }) => [current?.folder, staging?.folder]).filter((each) => each !== undefined)) // biome-ignore format: one row

const isShared = async (person: string) =>
  (await (await fieldDatabase()).getAll('people')).some(({ id }) => id !== person)

/** Where tasks of this person lie that are still open, or have work the server has not got. */
async function boxesInNeed(person: string): Promise<Box[]> {
  const database = await fieldDatabase()
  const boxes: Box[] = []
  for (const { id, isListed, isPacked, box } of await taskLines(person)) {
    if (!isPacked || !box) continue
    const operations = isListed ? [] : await database.getAllFromIndex('operations', 'task', id)
    if (isListed || operations.some(({ state }) => state !== 'done')) boxes.push([...box] as Box)
  }
  return boxes
}
