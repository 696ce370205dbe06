import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'

type Device = { name: string; organisation: string; approvedAt: Date | null }

/** A phone somebody has been seen with; refuses when there is none. */
export async function deviceFacts(trx: Trx, person: string, device: string): Promise<Device> {
  const { rows } = await sql<Device>`select d.name, p.organisation, d.approved_at as "approvedAt"
    from person_device d join person p on p.id = d.person where d.person = ${person} and d.device = ${device}`.execute(
    trx,
  )
  if (!rows[0]) throw new Refusal(notFound('administration.device.unknown'))
  return rows[0]
}
