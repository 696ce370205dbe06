import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'

export type Feedback = {
  id: string
  person: string
  name: string
  organisation: string
  kind: 'fault' | 'wish' | 'question' | 'other'
  body: string
  hasPicture: boolean
  client: string | null
  at: Date
  reply: string | null
  repliedAt: Date | null
  repliedBy: string | null
}

export const FEEDBACK = sql`f.id, f.person, p.name, o.name as organisation, f.kind, f.body, f.digest is not null as "hasPicture",
  f.client, f.at, f.reply, f.replied_at as "repliedAt", r.name as "repliedBy"
  from feedback f join person p on p.id = f.person join organisation o on o.id = p.organisation
    left join person r on r.id = f.replied_by`

export async function readFeedback(trx: Trx, id: string): Promise<Feedback | undefined> {
  const { rows } = await sql<Feedback>`select ${FEEDBACK} where f.id = ${id}`.execute(trx)
  return rows[0]
}
