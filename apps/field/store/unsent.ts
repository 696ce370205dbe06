import { fieldDatabase } from './field-database.ts'

/** Acts of anybody on this phone that the server has not answered for: found without opening any of them. */
export async function unsentHere(): Promise<number> {
  const database = await fieldDatabase()
  let count = 0
  for (const { id } of await database.getAll('devices'))
    count += await database.countFromIndex('operations', 'state', [id, 'waiting'])
  return count
}
