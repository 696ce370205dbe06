import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredCases, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import type { CaseState } from '../../../kernel/cases/tables.ts'
import { query } from '../../../kernel/http/action.ts'
import { Id } from '../schema.ts'

type MainContract = {
  id: string
  number: string
  title: string
  state: CaseState
  closedAt: Date | null
  isOpen: boolean
}

/**
 * SH073: is the main contract's case closed? Asked before its supplement is filed, by number or id: {found}, null when there
 * is no such case within sight.
 */
export const mainContract = query({
  name: 'casework.case.mainContract',
  input: Type.Object({ number: Type.Optional(Type.String({ maxLength: 100 })), caseId: Type.Optional(Id) }),
  handle: async ({ trx, person }, { number = null, caseId = null }) => {
    const { rows } = await sql<MainContract>`select c.id, c.number, c.title, c.state, c.closed_at as "closedAt",
        c.state in ('running', 'suspended') as "isOpen" from case_ c
      where (c.number = ${number} or c.id = ${caseId}) and ${coveredCases(rightsTo(person, 'casework.case.view'), 'c')}`.execute(
      trx,
    )
    return { found: rows[0] ?? null }
  },
})
