import { tellChange, useKept } from './changes.ts'
import { fieldDatabase } from './field-database.ts'
import { withRoom } from './settled-originals.ts'

/** Keeps something of a room's own for a person: messages, a draft, an order of tiles. Sealed like all the rest. */
export async function keepThing(person: string, name: string, value: unknown): Promise<void> {
  await withRoom(async () => (await fieldDatabase()).put('things', { person, name, value }))
  tellChange('things')
}

export async function readThing<T>(person: string, name: string): Promise<T | undefined> {
  return (await (await fieldDatabase()).get('things', [person, name]))?.value as T | undefined
}

export async function dropThing(person: string, name: string): Promise<void> {
  await (await fieldDatabase()).delete('things', [person, name])
  tellChange('things')
}

/** Undefined while it is read, and where nothing was kept. */
export const useThing = <T>(person: string, name: string): T | undefined =>
  useKept(() => readThing<T>(person, name), `thing ${person} ${name}`)
