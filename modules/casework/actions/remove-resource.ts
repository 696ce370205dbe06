import { Type } from '@sinclair/typebox'
import { readCase, scopeOfHandled } from '../../../kernel/cases/standing.ts'
import { readResource, removeResource as takeOut } from '../../../kernel/documents/resources.ts'
import { action } from '../../../kernel/http/action.ts'
import { refuseAddition } from '../rules/attaching.ts'
import { Id } from '../schema.ts'

/** Takes a file out of the tree; the bytes and the row stay for the audit. */
export const removeResource = action({
  verb: 'casework.resource.remove',
  input: Type.Object({ resourceId: Id }),
  facts: async (context, { resourceId }) => {
    const resource = await readResource(context.trx, resourceId)
    return { resource, row: await readCase(context, resource.caseId) }
  },
  scope: ({ row }) => scopeOfHandled(row),
  refuse: ({ row }) => refuseAddition(row),
  handle: ({ trx, person, now }, { resourceId }) => takeOut(trx, resourceId, person.id, now),
  audit: (_input, _result, { resource: { id, caseId, title, digest }, row }) => ({
    subject: `case:${caseId}`,
    before: { number: row.number, resource: id, title, digest },
  }),
})
