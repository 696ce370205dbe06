import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { handlerScheme } from '../../../kernel/cases/handler-table.ts'
import { today } from '../../../kernel/cases/limits.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { listedOrganisations } from '../../../kernel/forms/organisation-table.ts'
import { query } from '../../../kernel/http/action.ts'
import { readSeenCase } from '../case-facts.ts'
import { Id } from '../schema.ts'

/**
 * SH072: whom a case may be given to: {rows, scheme}. The entries of the table of organisations; `scheme` is null, and every
 * organisation is there, where the form names no table or none is published.
 */
export const handlers = query({
  name: 'casework.case.handlers',
  input: Type.Object({ caseId: Id }),
  handle: async (context, { caseId }) => {
    const row = await readSeenCase(context, caseId, 'casework.case.handlers')
    const { trx, now } = context
    const scheme = await handlerScheme(context, { process: await readProcess(trx, row.process, row.process_version) })
    const listed = scheme && (await listedOrganisations(trx, scheme, today(now)))
    if (listed) return { rows: listed, scheme }
    const { rows } = await sql<{ id: string; name: string; code: string }>`select id, name, code from organisation
      order by name`.execute(trx)
    return { rows, scheme: null }
  },
})
