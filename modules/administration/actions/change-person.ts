import { type Static, Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { isNetwork, isWithin } from '../../../kernel/identity/networks.ts'
import { settleOrganisationGrants } from '../../../kernel/identity/organisation-grants.ts'
import { forbidden, invalid } from '../../../kernel/problems/problem.ts'
import { type PersonFile, personFile } from '../person-row.ts'

const Words = (most: number) => Type.Optional(Type.Union([Type.String({ maxLength: most }), Type.Null()]))
const Input = Type.Object({
  person: Type.String({ format: 'uuid' }),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' })),
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  nickname: Words(40),
  phone: Words(20),
  department: Words(60),
  title: Words(40),
  certificate: Words(40),
  kind: Type.Optional(Type.Union([Type.Literal('office'), Type.Literal('field')])),
  networks: Type.Optional(Type.Array(Type.String({ maxLength: 50 }), { maxItems: 50 })),
  approvedDevicesOnly: Type.Optional(Type.Boolean()),
})
type Input = Static<typeof Input>

/**
 * 修改人员: what is given is changed, the rest stays. Bound to addresses (IP 绑定), an account is refused from elsewhere at its next call;
 * bound to approved devices, what is open elsewhere ends at once.
 */
export const changePerson = action({
  verb: 'administration.person.change',
  input: Input,
  async facts({ trx, person: actor, address = '' }: Context, { person, organisation, networks }) {
    const before = await personFile(trx, person)
    const mayMove =
      organisation === undefined ||
      (can(actor, 'administration.person.change', { organisation }) && (await isThere(trx, organisation)))
    return { before, mayMove, locksOut: actor.id === person && !isWithin(networks, address) }
  },
  scope: ({ before }) => ({ organisation: before.organisation }),
  refuse({ mayMove, locksOut }, { networks = [] }) {
    const wrong = networks.find((network) => !isNetwork(network))
    if (wrong !== undefined) return invalid('administration.person.change.no-network', { network: wrong })
    if (locksOut) return invalid('administration.person.change.locks-you-out')
    return mayMove ? undefined : forbidden('administration.person.change.not-there')
  },
  async handle({ trx, now }, input, { before }) {
    await write(trx, input, before)
    if (input.approvedDevicesOnly) await endElsewhere(trx, input.person, now)
    if (input.organisation !== undefined && input.organisation !== before.organisation)
      await settleOrganisationGrants(trx, now)
    return { person: input.person }
  },
  audit: ({ person, ...after }, _result, { before }) => ({ subject: `person:${person}`, before, after }),
})

async function isThere(trx: Trx, organisation: string): Promise<boolean> {
  const { rows } = await sql`select from organisation where id = ${organisation} and ended_at is null`.execute(trx)
  return rows.length > 0
}

async function write(trx: Trx, { person, ...given }: Input, before: PersonFile): Promise<void> {
  const { name, organisation, nickname, phone, department, title, certificate, ...bound } = { ...before, ...given }
  await sql`update person set name = ${name}, organisation = ${organisation}, nickname = ${nickname}, phone = ${phone},
    department = ${department}, title = ${title}, certificate = ${certificate}, kind = ${bound.kind},
    networks = ${bound.networks}::text[], approved_devices_only = ${bound.approvedDevicesOnly} where id = ${person}`.execute(
    trx,
  )
}

async function endElsewhere(trx: Trx, person: string, now: Date): Promise<void> {
  await sql`update session s set ended_at = ${now} where person = ${person} and ended_at is null and not exists
    (select from person_device d where d.person = s.person and d.device = s.device and d.approved_at is not null)`.execute(
    trx,
  )
}
