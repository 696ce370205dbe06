import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { lampOf, today } from '../../../kernel/cases/limits.ts'
import { coveredCases, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import type { CaseState } from '../../../kernel/cases/tables.ts'
import { query } from '../../../kernel/http/action.ts'

const MOST = 8
/** Tasks looked back on: several of one case are one line. */
const LOOKED_AT = 60

type Row = {
  id: string
  number: string
  title: string
  business: string
  state: CaseState
  at: Date
  due: string
  warn_from: string
}

/** 最近办理: the cases the reader did something in last, or holds, newest first; only those they may still open. */
export const recentCases = query({
  name: 'centre.recent',
  input: Type.Object({}),
  handle: async ({ trx, person, now }) => {
    const { rows } = await sql<Row>`with touched as (
        (select case_id, done_at as at from task where done_by = ${person.id} and state = 'done' order by done_at desc limit ${LOOKED_AT})
        union all
        (select case_id, claimed_at from task where assignee = ${person.id} and state = 'claimed' and claimed_at is not null
          order by claimed_at desc limit ${LOOKED_AT}))
      select c.id, c.number, c.title, c.business, c.state, max(t.at) as at, c.due::text, c.warn_from::text
      from touched t join case_ c on c.id = t.case_id
      where ${coveredCases(rightsTo(person, 'casework.case.view'), 'c')}
      group by c.id order by at desc, c.id limit ${MOST}`.execute(trx)
    return {
      rows: rows.map(({ due, warn_from, ...row }) => ({
        ...row,
        lamp: lampOf({ due, warn_from, state: row.state }, today(now)),
      })),
    }
  },
})
