import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { query } from '../../../kernel/http/action.ts'
import type { MessageKind } from '../../../kernel/messages/message.ts'

export type Gateway = { id: string; name: string; url: string; kinds: MessageKind[]; isOn: boolean }

const COLUMNS = sql`h.id, h.name, h.url, h.kinds, h.enabled as "isOn"`

export async function readGateway(trx: Trx, id: string): Promise<Gateway | undefined> {
  const { rows } = await sql<Gateway>`select ${COLUMNS} from message_hook h where h.id = ${id}`.execute(trx)
  return rows[0]
}

/** Within thirty days: taken by the gateway, to be tried (again), given up. */
export type GatewayRow = Gateway & { sent: number; waiting: number; failed: number; lastSentAt: Date | null }
export type PushRow = {
  message: string
  gateway: string
  kind: MessageKind
  person: string
  at: Date
  attempts: number
  /** null: taken */
  error: string | null
  state: 'sent' | 'waiting' | 'failed'
  nextAt: Date
}

const LATEST = 50

/** Gateways with how they fare, and what was sent last; what went wrong comes first. */
export const listGateways = query({
  name: 'messages.gateway.list',
  input: Type.Object({}),
  async handle({ trx, now }) {
    const since = new Date(now.getTime() - 30 * 86_400_000)
    const gateways = await sql<GatewayRow>`select ${COLUMNS},
        count(*) filter (where p.done_at is not null and p.last_error is null)::int as sent,
        count(p.message) filter (where p.done_at is null)::int as waiting,
        count(*) filter (where p.done_at is not null and p.last_error is not null)::int as failed,
        max(p.done_at) filter (where p.last_error is null) as "lastSentAt"
      from message_hook h left join (message_push p join message m on m.id = p.message and m.at > ${since}) on p.hook = h.id
      group by h.id order by h.name`.execute(trx)
    const pushes = await sql<PushRow>`select p.message, h.name as gateway, m.kind, r.name as person, m.at, p.attempts,
        p.last_error as error, p.next_at as "nextAt",
        case when p.done_at is null then 'waiting' when p.last_error is null then 'sent' else 'failed' end as state
      from message_push p join message m on m.id = p.message join message_hook h on h.id = p.hook join person r on r.id = m.person
      order by (p.last_error is not null) desc, m.at desc limit ${LATEST}`.execute(trx)
    return { gateways: gateways.rows, pushes: pushes.rows }
  },
})
