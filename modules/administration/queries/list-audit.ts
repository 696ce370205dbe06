import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'

export type AuditListRow = {
  sequence: number
  at: Date
  person: string | null
  name: string | null
  verb: string
  subject: string
  hash: string
  record: unknown
}

/** Newest first, whichever strand of the chain it is in; page on with the last sequence number seen. */
export const listAudit = query({
  name: 'administration.audit.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 80 })),
    person: Type.Optional(Type.String({ format: 'uuid' })),
    before: Type.Optional(Type.Integer()),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  handle: async ({ trx }, { text, person, before, pageSize = 50 }) => {
    const pattern = text ? `%${text}%` : null
    const { rows } =
      await sql<AuditListRow>`select a.sequence, a.at, a.person, p.name, a.verb, a.subject, a.hash, a.record
      from audit a left join person p on p.id = a.person
      where (${pattern}::text is null or a.verb ilike ${pattern} or a.subject ilike ${pattern} or p.name ilike ${pattern})
        and (${person ?? null}::uuid is null or a.person = ${person ?? null})
        and (${before ?? null}::bigint is null or (a.at, a.sequence) < (select at, sequence from audit where sequence = ${before ?? null}))
      order by a.at desc, a.sequence desc limit ${pageSize}`.execute(trx)
    return { rows }
  },
})
