import { sql } from 'kysely'
import type { Context } from '../../kernel/http/action.ts'
import { can } from '../../kernel/identity/can.ts'

/** The right to lend somebody else’s work, asked in that person’s organisation. */
const MANAGE = 'casework.delegation.manage'

export async function mayManage({ trx, person }: Context, absent: string): Promise<boolean> {
  const { rows } = await sql<{ organisation: string }>`select organisation from person where id = ${absent}`.execute(
    trx,
  )
  return rows[0] !== undefined && can(person, MANAGE, { organisation: rows[0].organisation })
}
