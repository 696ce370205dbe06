import { Type } from '@sinclair/typebox'
import { query, type StoredDownload } from '../../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../../kernel/problems/problem.ts'
import { readPackage } from '../store.ts'

/** One block of one part: a download that was cut goes on with the block it was at. */
export const readBlock = query({
  name: 'fieldwork.package.block',
  bytes: true,
  input: Type.Object({
    packageId: Type.String({ format: 'uuid' }),
    part: Type.String({ maxLength: 40 }),
    block: Type.Integer({ minimum: 0 }),
  }),
  async handle({ trx, person }, { packageId, part, block }): Promise<StoredDownload> {
    const { manifest } = await readPackage(trx, packageId, person.id)
    const wanted = manifest?.parts.find(({ name }) => name === part)?.blocks[block]
    if (!wanted) throw new Refusal(notFound('fieldwork.package.no-block', { part, block }))
    return { mediaType: 'application/octet-stream', stored: wanted.digest }
  },
})
