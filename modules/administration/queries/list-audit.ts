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
  /** the number of the case, where the subject is a case or a task of one */
  case: string | null
  hash: string
  record: unknown
}

const UUID = '[0-9a-f-]{36}'

/** An auditor knows cases by their numbers; a subject that is written otherwise is left alone. */
const caseOfSubject = sql`left join task t on t.id = substring(a.subject from ${sql.lit(`^task:(${UUID})$`)})::uuid
  left join case_ c on c.id = coalesce(t.case_id, substring(a.subject from ${sql.lit(`^case:(${UUID})$`)})::uuid)`

/** Subjects of the case of that number, and of its tasks. */
const subjectsOfCase = (number: string) => sql`array(select 'case:' || id from case_ where number = ${number}
  union all select 'task:' || t.id from task t join case_ c on c.id = t.case_id where c.number = ${number})`

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
    const pattern = `%${text}%`
    const said = text
      ? sql`a.verb ilike ${pattern} or a.subject ilike ${pattern} or p.name ilike ${pattern} or a.subject = any(${subjectsOfCase(text)})`
      : sql`true`
    const { rows } =
      await sql<AuditListRow>`select a.*, c.number as "case" from (select a.sequence, a.at, a.person, p.name, a.verb, a.subject, a.hash, a.record
        from audit a left join person p on p.id = a.person
        where (${said}) and (${person ?? null}::uuid is null or a.person = ${person ?? null})
          and (${before ?? null}::bigint is null or (a.at, a.sequence) < (select at, sequence from audit where sequence = ${before ?? null}))
        order by a.at desc, a.sequence desc limit ${pageSize}) a ${caseOfSubject}
      order by a.at desc, a.sequence desc`.execute(trx)
    return { rows }
  },
})
