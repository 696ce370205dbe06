import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query, type StoredDownload } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { Id } from '../inbox/schema.ts'
import { FEEDBACK, type Feedback } from './feedback-row.ts'

/** One's own, with the answers. */
export const myFeedback = query({
  name: 'messages.feedback.mine',
  input: Type.Object({}),
  async handle({ trx, person }) {
    const { rows } =
      await sql<Feedback>`select ${FEEDBACK} where f.person = ${person.id} order by f.at desc limit 200`.execute(trx)
    return { rows }
  },
})

/** Everybody's, for whoever answers: those not answered first. */
export const listFeedback = query({
  name: 'messages.feedback.list',
  input: Type.Object({ open: Type.Optional(Type.Boolean()) }),
  async handle({ trx }, { open = false }) {
    const { rows } = await sql<Feedback>`select ${FEEDBACK} where not ${open} or f.replied_at is null
      order by f.replied_at is not null, f.at desc limit 300`.execute(trx)
    return { rows, total: rows.length }
  },
})

type Picture = { person: string; digest: string | null; mediaType: string }

/** The picture, for who gave it and who answers. */
export const feedbackPicture = query({
  name: 'messages.feedback.picture',
  path: '/api/messages/feedback/:id/picture',
  bytes: true,
  input: Type.Object({ id: Id }),
  async handle({ trx, person }, { id }): Promise<StoredDownload> {
    const { rows } =
      await sql<Picture>`select person, digest, media_type as "mediaType" from feedback where id = ${id}`.execute(trx)
    const [row] = rows
    const mayLook = row?.person === person.id || can(person, 'messages.feedback.list')
    if (!row?.digest || !mayLook) throw new Refusal(notFound('messages.feedback.unknown'))
    return { mediaType: row.mediaType, stored: row.digest, cacheSeconds: 3600 }
  },
})
