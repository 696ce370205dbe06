import { Type } from '@sinclair/typebox'
import { olderVersions, readResource } from '../../../kernel/documents/resources.ts'
import { query } from '../../../kernel/http/action.ts'
import { readSeenCase } from '../case-facts.ts'
import { Id } from '../schema.ts'

/** What a file was before it was sent again, the latest first: {rows}. */
export const resourceVersions = query({
  name: 'casework.resource.versions',
  input: Type.Object({ resourceId: Id }),
  handle: async (context, { resourceId }) => {
    const { caseId } = await readResource(context.trx, resourceId)
    await readSeenCase(context, caseId, 'casework.case.view')
    return { rows: await olderVersions(context.trx, resourceId) }
  },
})
