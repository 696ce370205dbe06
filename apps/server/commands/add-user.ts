import { sql } from 'kysely'
import { inTransaction, type Trx } from '../../../kernel/db/database.ts'
import { writeAudit } from '../../../kernel/identity/audit.ts'
import { LOGIN } from '../../../kernel/identity/login-spelling.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { addPerson, grantRole } from '../../../kernel/identity/people.ts'
import { createSignInLink } from '../../../kernel/identity/sessions.ts'
import { type Command, Mistake } from '../command.ts'
import { withWorld } from '../open-world.ts'

type Wanted = { login: string; name: string; role: string; area: string; organisation: string }

export const addUser: Command = {
  title: { zh: '新增人员并给出一次性登录链接', en: 'add a person and print a one-time sign-in link' },
  usage: 'user add <login> --name <姓名> --role <role> [--area <code>] [--organisation <code>]',
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    area: { type: 'string', default: '' },
    organisation: { type: 'string', default: 'bureau' },
  },
  run: async ({ values, positionals: [verb, login] }) => {
    if (verb !== 'add' || !login || !values.name || !values.role) return 2
    if (!new RegExp(LOGIN).test(login))
      throw new Mistake(
        `登录名 ${login} 应为 3–32 位小写字母、数字、点、横线，以字母开头。 · The login ${login} should be 3–32 small letters, digits, dots or dashes, beginning with a letter.`,
      )
    return withWorld(async ({ database, auditKey, config }) => {
      const link = await inTransaction(database.db, (trx) => add(trx, { login, ...values } as Wanted, auditKey))
      console.log(`http://${config.host}:${config.port}/sign-in?link=${link}`)
      return 0
    })
  },
}

async function add(trx: Trx, wanted: Wanted, auditKey: Uint8Array): Promise<string> {
  const { login, name, role, area } = wanted
  const now = new Date()
  await refuseUnknown(trx, wanted)
  const person = await addPerson(trx, { login, name, organisation: await organisationOf(trx, wanted.organisation) })
  await grantRole(trx, { person, role, area })
  const subject = `person:${person}`
  const entry = { at: now, person: null, verb: 'administration.person.add', subject, after: { login, role, area } }
  await writeAudit(trx, entry, auditKey)
  return createSignInLink(trx, person, now)
}

async function refuseUnknown(trx: Trx, { login, role }: Wanted): Promise<void> {
  const { rows } = await sql<{ taken: boolean; roles: string[] }>`select
    exists (select 1 from person where login = ${login}) as taken, array(select code from role order by code) as roles`.execute(
    trx,
  )
  const { taken, roles } = rows[0]!
  if (taken) throw new Mistake(`登录名 ${login} 已被使用。 · The login ${login} is taken.`)
  if (!roles.includes(role))
    throw new Mistake(`没有角色 ${role}；可选 · There is no role ${role}; one of: ${roles.join(', ')}`)
}

/** The organisation with this code. The very first one is made, so that the very first person has a home. */
async function organisationOf(trx: Trx, code: string): Promise<string> {
  const { rows } = await sql<{ id: string; code: string }>`select id, code from organisation order by code`.execute(trx)
  const known = rows.find((row) => row.code === code)
  if (known) return known.id
  if (rows.length > 0)
    throw new Mistake(
      `没有机构 ${code}；可选 · There is no organisation ${code}; one of: ${rows.map((row) => row.code).join(', ')}`,
    )
  const id = newId()
  await sql`insert into organisation (id, code, name) values (${id}, ${code}, ${code})`.execute(trx)
  return id
}
