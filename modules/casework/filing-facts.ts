import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'

export async function isArea(trx: Trx, code: string): Promise<boolean> {
  const { rows } = await sql`select 1 from area where code = ${code}`.execute(trx)
  return rows.length > 0
}

export async function isOrganisation(trx: Trx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from organisation where id = ${id}`.execute(trx)
  return rows.length > 0
}
