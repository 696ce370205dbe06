import { fieldDatabase } from './field-database.ts'

/** Acts of anybody on this phone that the server has not answered for, and photos that are still to become one: found without opening any of them. */
export async function unsentHere(): Promise<number> {
  const database = await fieldDatabase()
  let count = await database.countFromIndex('photos', 'captured')
  for (const { id } of await database.getAll('devices'))
    count += await database.countFromIndex('operations', 'state', [id, 'waiting'])
  return count
}

/** Of one person: also while what they keep here is locked. */
export async function unsentOf(person: string): Promise<number> {
  const database = await fieldDatabase()
  const device = await database.get('devices', person)
  const acts = device ? await database.countFromIndex('operations', 'state', [device.id, 'waiting']) : 0
  return acts + (await database.countFromIndex('photos', 'captured', person))
}
