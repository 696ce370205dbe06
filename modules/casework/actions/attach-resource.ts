import { Type } from '@sinclair/typebox'
import { readCase, scopeOfHandled } from '../../../kernel/cases/standing.ts'
import { addResource } from '../../../kernel/documents/resources.ts'
import { action } from '../../../kernel/http/action.ts'
import { refuseAddition, refuseMissingFile } from '../rules/attaching.ts'
import { Id } from '../schema.ts'

/** Puts an uploaded file (PUT /api/files) into a case's resource tree. */
export const attachResource = action({
  verb: 'casework.resource.attach',
  input: Type.Object({
    caseId: Id,
    folder: Type.String({ maxLength: 200 }),
    kind: Type.Union([Type.Literal('file'), Type.Literal('document'), Type.Literal('dataset'), Type.Literal('photo')]),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    mediaType: Type.String({ pattern: '^[\\w.+-]+/[\\w.+-]+$', maxLength: 100 }),
    detail: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** the file of which this is the next version */
    replaces: Type.Optional(Id),
  }),
  facts: async (context, { caseId, digest }) => ({
    row: await readCase(context, caseId),
    isStored: await context.files.has(digest),
  }),
  scope: ({ row }) => scopeOfHandled(row),
  refuse: ({ row, isStored }, { title }) => refuseAddition(row) ?? refuseMissingFile(isStored, title),
  handle: async ({ trx, person, now, files }, { digest, mediaType, ...resource }) => {
    const file = { digest, mediaType, size: await files.sizeOf(digest) }
    return { id: await addResource(trx, { ...resource, file }, person.id, now) }
  },
  audit: ({ caseId, folder, title, digest, replaces }, { id }, { row }) => ({
    subject: `case:${caseId}`,
    after: { number: row.number, resource: id, folder, title, digest, replaces },
  }),
})
