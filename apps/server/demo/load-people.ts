import { sql } from 'kysely'
import { inTransaction, type Trx } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { addPerson, grantRole } from '../../../kernel/identity/people.ts'
import { demoOrganisations, demoPeople } from '../../../tools/demo/people.ts'
import type { World } from '../open-world.ts'

/** The bureau, its people and what each may do. Returns the id of the person who loads the base map. */
export async function loadPeople({ database }: World): Promise<string> {
  const ids = await inTransaction(database.db, settlePeople)
  return ids.get('heguanli') ?? [...ids.values()][0]!
}

/** Their ids by login. */
export async function settlePeople(trx: Trx): Promise<Map<string, string>> {
  const organisations = new Map<string, string>()
  for (const { code, name, parent } of demoOrganisations) {
    const id = newId()
    organisations.set(code, id)
    await sql`insert into organisation (id, code, name, parent) values (${id}, ${code}, ${name}, ${(parent && organisations.get(parent)) ?? null})`.execute(
      trx,
    )
  }
  const ids = new Map<string, string>()
  for (const { login, name, title, organisation, grants } of demoPeople) {
    const kind = grants.some(({ role }) => role === 'investigator') ? ('field' as const) : ('office' as const)
    const person = await addPerson(trx, { login, name, title, kind, organisation: organisations.get(organisation)! })
    ids.set(login, person)
    for (const grant of grants) await grantRole(trx, { person, ...grant })
  }
  return ids
}
