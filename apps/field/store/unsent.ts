import { fieldDatabase } from './field-database.ts'

/** Acts of anybody on this phone that the server has not answered for, and photos that are still to become one: found without opening any of them. */
export async function unsentHere(): Promise<number> {
  const database = await fieldDatabase()
  let count = await database.countFromIndex('photos', 'captured')
  for (const { id } of await database.getAll('devices'))
    count += await database.countFromIndex('operations', 'state', [id, 'waiting'])
  return count
}
