import { fieldDatabase } from '../store/field-database.ts'
import { tidyOriginals } from '../store/keep-originals.ts'
import { tasksWithPhotos } from '../store/photo-tasks.ts'
import { keepThing, readThing } from '../store/things.ts'

const NAME = 'settings/clear-after'
/** Days after a photo was taken; null: never. What has no receipt stays, whatever is set. */
export const CHOICES = [7, 30, 90, null] as const
export type ClearAfter = (typeof CHOICES)[number]
const DEFAULT: ClearAfter = 30
const DAY = 24 * 3600_000

export const clearAfter = async (person: string): Promise<ClearAfter> => {
  const kept = await readThing<{ days: ClearAfter }>(person, NAME)
  return kept ? kept.days : DEFAULT
}
export const setClearAfter = (person: string, days: ClearAfter): Promise<void> => keepThing(person, NAME, { days })

/**
 * 定期自动清理 (SH134): what the server has signed for and taken, and is older than set, leaves this phone: first its original, then the small
 * picture too. Gives how many photos went.
 */
export async function clearByItself(person: string, now: number): Promise<number> {
  await tidyOriginals(person, now)
  const days = await clearAfter(person)
  if (days === null) return 0
  const database = await fieldDatabase()
  const before = new Date(now - days * DAY).toISOString()
  let cleared = 0
  for (const { id } of await tasksWithPhotos(person)) {
    for (const { digest, bytes, receipt, takenAt } of await database.getAllFromIndex('photos', 'task', id)) {
      if (bytes !== null || !receipt || takenAt >= before) continue
      await database.delete('photos', digest)
      cleared += 1
    }
  }
  if (cleared > 0) await keepThing(person, LAST, { at: now, count: cleared } satisfies Cleared)
  return cleared
}

export type Cleared = { at: number; count: number }
const LAST = 'settings/cleared'
/** When something went by itself last. */
export const lastCleared = (person: string) => readThing<Cleared>(person, LAST)
