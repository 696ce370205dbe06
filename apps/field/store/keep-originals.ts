import { freeSettled } from './settled-originals.ts'
import { roomOf } from './storage-room.ts'
import { keepThing, readThing } from './things.ts'
import { openKeys } from './vault/open-keys.ts'

const NAME = 'settings/keep-originals'
/** Days after the server has taken a photo; 0: its original goes at once. */
export const KEEP_CHOICES = [0, 7, 30] as const
export type KeepFor = (typeof KEEP_CHOICES)[number]
/** decisions/0011-originals-stay.md says why. */
const DEFAULT: KeepFor = 7
const DAY = 24 * 3600_000

export const keepFor = async (person: string): Promise<KeepFor> =>
  (await readThing<{ days: KeepFor }>(person, NAME))?.days ?? DEFAULT

export async function setKeepFor(person: string, days: KeepFor): Promise<void> {
  await keepThing(person, NAME, { days })
  await tidyOriginals(person, Date.now())
}

/** Lets go of settled originals: this person's that are older than set; anybody's, oldest first, where room is short. */
export async function tidyOriginals(person: string, now: number): Promise<void> {
  const days = await keepFor(person)
  await freeSettled({ keyId: openKeys().id, ...(days > 0 && { until: now - days * DAY }) })
  const room = await roomOf()
  if (room && room.left < room.least) await freeSettled({ bytes: room.least - room.left })
}
