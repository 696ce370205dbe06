import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { sendMessage } from '../../../kernel/messages/send-message.ts'
import { conflict, invalid, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { Id } from '../inbox/schema.ts'
import { readFeedback } from './feedback-row.ts'

export const FeedbackKind = Type.Union(['fault', 'wish', 'question', 'other'].map((kind) => Type.Literal(kind)))

/** 意见反馈: what is wrong or wished for, with a picture if wanted. `id` is made by the sender: the same again changes nothing. */
export const giveFeedback = action({
  verb: 'messages.feedback.give',
  input: Type.Object({
    id: Type.Optional(Id),
    kind: FeedbackKind,
    body: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
    picture: Type.Optional(
      Type.Object({
        digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
        mediaType: Type.String({ pattern: '^image/(jpeg|png|webp)$' }),
      }),
    ),
    client: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  facts: async ({ files }, { picture }) => ({ hasPicture: !picture || (await files.has(picture.digest)) }),
  refuse: ({ hasPicture }) => (hasPicture ? undefined : invalid('messages.feedback.give.no-picture')),
  async handle({ trx, person, now }, { id = newId(), kind, body, picture, client }) {
    await sql`insert into feedback (id, person, kind, body, digest, media_type, client, at)
      values (${id}, ${person.id}, ${kind}, ${body}, ${picture?.digest ?? null}, ${picture?.mediaType ?? null},
        ${client ?? null}, ${now}) on conflict (id) do nothing`.execute(trx)
    return { id }
  },
  audit: ({ kind }, { id }) => ({ subject: `feedback:${id}`, after: { kind } }),
})

/** 答复反馈: who gave it gets a message. */
export const answerFeedback = action({
  verb: 'messages.feedback.answer',
  input: Type.Object({ id: Id, reply: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }) }),
  async facts({ trx }, { id }) {
    const row = await readFeedback(trx, id)
    if (!row) throw new Refusal(notFound('messages.feedback.unknown'))
    return row
  },
  refuse: ({ repliedAt, repliedBy }) =>
    repliedAt ? conflict('messages.feedback.answer.done', { by: repliedBy ?? '' }) : undefined,
  async handle({ trx, person, now }, { id, reply }, { person: to, body }) {
    await sql`update feedback set reply = ${reply}, replied_at = ${now}, replied_by = ${person.id} where id = ${id}`.execute(
      trx,
    )
    const params = { text: body.slice(0, 40), reply: reply.slice(0, 120) }
    const told = { title: 'messages.feedback.told', params, link: { feedback: id } }
    await sendMessage(trx, { to: [to], kind: 'feedback', ...told }, now)
  },
  audit: ({ id, reply }) => ({ subject: `feedback:${id}`, after: { reply } }),
})
