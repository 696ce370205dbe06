import { type Static, Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { MESSAGE_KINDS } from '../../../kernel/messages/message.ts'
import { conflict, invalid, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { Id } from '../inbox/schema.ts'
import { readGateway } from './read-gateways.ts'

const Gateway = Type.Object({
  /** left out: a new one */
  id: Type.Optional(Id),
  name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
  url: Type.String({ maxLength: 500, pattern: '^https?://[^\\s/]+' }),
  /** keys the HMAC-SM3 over what is sent; left out: stays as it is */
  secret: Type.Optional(Type.String({ minLength: 16, maxLength: 200 })),
  /** none: all */
  kinds: Type.Array(Type.Union(MESSAGE_KINDS.map((kind) => Type.Literal(kind))), { maxItems: MESSAGE_KINDS.length }),
  isOn: Type.Boolean(),
})

/** 消息网关 (短信、政务钉钉、厂商推送): where messages are handed on to; changed, switched on and off. The key is never told again. */
export const saveGateway = action({
  verb: 'messages.gateway.save',
  input: Gateway,
  facts: async ({ trx }, { id }) => ({ before: id === undefined ? null : await known(trx, id) }),
  refuse: ({ before }, { secret }) =>
    before === null && secret === undefined ? invalid('messages.gateway.save.no-key') : undefined,
  async handle(context, gateway) {
    const id = gateway.id ?? newId()
    await store(context, { ...gateway, id })
    return { id }
  },
  audit: ({ secret, ...after }, { id }, { before }) => ({
    subject: `gateway:${id}`,
    before,
    after: { ...after, isKeyChanged: secret !== undefined },
  }),
})

async function store({ trx }: Context, gateway: Static<typeof Gateway> & { id: string }): Promise<void> {
  const { id, name, url, secret = '', kinds, isOn } = gateway
  await sql`insert into message_hook (id, name, url, secret, kinds, enabled)
    values (${id}, ${name}, ${url}, ${secret}, ${kinds}::text[], ${isOn})
    on conflict (id) do update set name = excluded.name, url = excluded.url, kinds = excluded.kinds, enabled = excluded.enabled,
      secret = case when excluded.secret = '' then message_hook.secret else excluded.secret end`.execute(trx)
}

async function known(trx: Context['trx'], id: string) {
  const row = await readGateway(trx, id)
  if (!row) throw new Refusal(notFound('messages.gateway.unknown'))
  return row
}

/** 测试消息: to oneself, the usual way, through this gateway only; what became of it stands in the list. */
export const testGateway = action({
  verb: 'messages.gateway.test',
  input: Type.Object({ id: Id }),
  facts: ({ trx }, { id }) => known(trx, id),
  refuse: ({ isOn, name }) => (isOn ? undefined : conflict('messages.gateway.test.off', { name })),
  async handle({ trx, person, now }, { id }, { name }) {
    const message = newId()
    await sql`insert into message (id, person, kind, title, params, link, at)
      values (${message}, ${person.id}, 'account', 'messages.gateway.told', jsonb_build_object('name', ${name}::text), '{}', ${now})`.execute(
      trx,
    )
    await sql`insert into message_push (message, hook, next_at) values (${message}, ${id}, ${now})`.execute(trx)
    return { message }
  },
  audit: ({ id }, { message }) => ({ subject: `gateway:${id}`, after: { message } }),
})
