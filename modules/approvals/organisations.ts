import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'

/** The organisation with that code; null for none, or where it has been dissolved since. */
export async function organisationOf(trx: Trx, code: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from organisation where code = ${code}`.execute(trx)
  return rows[0]?.id ?? null
}

export async function organisationNames(trx: Trx): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from organisation order by name`.execute(
    trx,
  )
  return rows
}
