import { Type } from '@sinclair/typebox'
import { readResource } from '../../../kernel/documents/resources.ts'
import { type Download, query } from '../../../kernel/http/action.ts'
import { invalid, Refusal } from '../../../kernel/problems/problem.ts'
import { readSeenCase } from '../case-facts.ts'
import { Id } from '../schema.ts'

export const downloadResource = query({
  name: 'casework.resource.download',
  input: Type.Object({ resourceId: Id }),
  bytes: true,
  handle: async (context, { resourceId }): Promise<Download> => {
    const { caseId, digest, mediaType, title } = await readResource(context.trx, resourceId)
    await readSeenCase(context, caseId, 'casework.resource.download')
    if (!digest) throw new Refusal(invalid('casework.resource.download.not-a-file', { title }))
    return {
      mediaType: mediaType ?? 'application/octet-stream',
      bytes: await context.files.get(digest),
      fileName: title,
    }
  },
})
