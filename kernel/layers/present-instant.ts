import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'

/** Now, or the last change of the layers where that is later (clocks disagree): an instant at which all of them are there. */
export async function presentInstant(trx: Trx, layers: readonly string[], now: Date): Promise<Date> {
  const { rows } = await sql<{ last: Date | null }>`select max(changed_at) as last from layer_revision
    where layer = any(${[...layers]}::text[])`.execute(trx)
  return new Date(Math.max(now.getTime(), rows[0]?.last?.getTime() ?? 0))
}
