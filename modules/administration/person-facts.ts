import type { Trx } from '../../kernel/db/database.ts'
import type { IdentityTables } from '../../kernel/identity/tables.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'

/** Who this is and where they belong; refuses when there is no such person, or no more. */
export async function personFacts(trx: Trx, id: string): Promise<{ login: string; organisation: string }> {
  const row = await trx
    .withTables<IdentityTables>()
    .selectFrom('person')
    .select(['login', 'organisation'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal(notFound('administration.person.unknown'))
  return row
}
