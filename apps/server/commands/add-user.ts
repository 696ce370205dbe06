import { sql } from 'kysely'
import { inTransaction, type Trx } from '../../../kernel/db/database.ts'
import { writeAudit } from '../../../kernel/identity/audit.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { addPerson, grantRole } from '../../../kernel/identity/people.ts'
import { createSignInLink } from '../../../kernel/identity/sessions.ts'
import type { Command } from '../command.ts'
import { withWorld } from '../open-world.ts'

export const addUser: Command = {
  title: { zh: '新增人员并给出一次性登录链接', en: 'add a person and print a one-time sign-in link' },
  usage: 'user add <login> --name <姓名> --role <role> [--area <code>] [--organisation <code>]',
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    area: { type: 'string' },
    organisation: { type: 'string' },
  },
  run: async ({ values, positionals: [verb, login] }) => {
    if (verb !== 'add' || !login || !values.name || !values.role) return 2
    const { name, role, area = '', organisation = 'bureau' } = values as Record<string, string>
    return withWorld(async ({ database, auditKey, config }) => {
      const link = await inTransaction(database.db, async (trx) => {
        const now = new Date()
        const person = await addPerson(trx, {
          login,
          name: name!,
          organisation: await organisationOf(trx, organisation),
        })
        await grantRole(trx, { person, role: role!, area })
        await writeAudit(
          trx,
          {
            at: now,
            person: null,
            verb: 'administration.person.add',
            subject: `person:${person}`,
            after: { login, role, area },
          },
          auditKey,
        )
        return createSignInLink(trx, person, now)
      })
      console.log(`http://${config.host}:${config.port}/sign-in?link=${link}`)
      return 0
    })
  },
}

/** The organisation with this code; made when there is none yet, so that the very first person has a home. */
async function organisationOf(trx: Trx, code: string): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into organisation (id, code, name) values (${newId()}, ${code}, ${code})
    on conflict (code) do update set code = excluded.code returning id`.execute(trx)
  return rows[0]!.id
}
