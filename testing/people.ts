import { sql } from 'kysely'
import type { Trx } from '../kernel/db/database.ts'
import type { Person } from '../kernel/identity/can.ts'
import { newId } from '../kernel/identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../kernel/identity/people.ts'

/** What a named person may do, where, and for whom they work (an organisation's code). */
export type Named = {
  name: string
  verbs: string[]
  area?: string
  organisation?: string
  /** The right is limited to this organisation (its code). */
  within?: string
  business?: string
}

/** Stores a person with one role of just these verbs, and answers them as a request would find them. */
export async function settle(trx: Trx, { name, verbs, area, organisation, within, business }: Named): Promise<Person> {
  const home = await organisationOf(trx, organisation ?? 'office')
  const id = newId()
  const role = `role-${id}`
  await sql`insert into role (code, title_zh, title_en, verbs) values (${role}, ${name}, ${name}, ${verbs}::text[])`.execute(
    trx,
  )
  const person = await addPerson(trx, { login: `p-${id}`, name, organisation: home })
  const limit = within === undefined ? undefined : await organisationOf(trx, within)
  await grantRole(trx, { person, role, area, organisation: limit, business })
  return (await loadPerson(trx, person))!
}

export async function organisationOf(trx: Trx, code: string): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into organisation (id, code, name) values (${newId()}, ${code}, ${code})
    on conflict (code) do update set name = excluded.name returning id`.execute(trx)
  return rows[0]!.id
}
