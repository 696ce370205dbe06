import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { conflict, notFound, Refusal } from '../../kernel/problems/problem.ts'

export type Registration = {
  login: string
  name: string
  phone: string
  organisation: string
  state: string
  passwordHash: string
}

/** One that still waits; held until the transaction ends, so that two administrators do not both decide. */
export async function waitingRegistration(trx: Trx, id: string): Promise<Registration> {
  const { rows } =
    await sql<Registration>`select login, name, phone, organisation, state, password_hash as "passwordHash"
    from registration where id = ${id} for update`.execute(trx)
  const [row] = rows
  if (!row) throw new Refusal(notFound('administration.registration.unknown'))
  if (row.state !== 'waiting') throw new Refusal(conflict('administration.registration.decided', { name: row.name }))
  return row
}
