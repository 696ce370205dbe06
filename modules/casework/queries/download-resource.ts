import { Type } from '@sinclair/typebox'
import { readResource } from '../../../kernel/documents/resources.ts'
import { query, type StoredDownload } from '../../../kernel/http/action.ts'
import { invalid, Refusal } from '../../../kernel/problems/problem.ts'
import { readSeenCase } from '../case-facts.ts'
import { Id } from '../schema.ts'

export const downloadResource = query({
  name: 'casework.resource.download',
  input: Type.Object({ resourceId: Id }),
  bytes: true,
  handle: async (context, { resourceId }): Promise<StoredDownload> => {
    const { caseId, digest, mediaType, title } = await readResource(context.trx, resourceId)
    await readSeenCase(context, caseId, 'casework.resource.download')
    if (!digest) throw new Refusal(invalid('casework.resource.download.not-a-file', { title }))
    return {
      mediaType: mediaType ?? 'application/octet-stream',
      stored: digest,
      fileName: title,
    }
  },
})
