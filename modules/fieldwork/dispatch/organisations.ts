import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'

/** An organisation (id) and all below it. */
export async function organisationsUnder(trx: Trx, id: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`with recursive own as (
      select id from organisation where id = ${id} union select o.id from organisation o join own on o.parent = own.id)
    select id from own`.execute(trx)
  return new Set(rows.map((row) => row.id))
}
