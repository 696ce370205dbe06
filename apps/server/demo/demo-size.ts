import { sql } from 'kysely'
import type { CountySize } from '../../../tools/demo/sizes.ts'
import type { World } from '../open-world.ts'

export const isCountySize = (size: unknown): size is CountySize => size === 'S' || size === 'M' || size === 'L'

/** Which demo county this database holds, told by its number of towns; the smallest where there is none. */
export async function demoSize({ database }: World): Promise<CountySize> {
  const { rows } = await sql<{ towns: number }>`select count(*) as towns from area where level = 'town'`.execute(
    database.db,
  )
  const towns = rows[0]?.towns ?? 0
  if (towns <= 3) return 'S'
  return towns <= 16 ? 'M' : 'L'
}
