import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { notFound } from '../../../kernel/problems/problem.ts'
import { addRescue } from './store.ts'

/** Has an archive taken in that a phone saved when nothing else worked; it lies in the file store. The answer names the run that does it. */
export const importRescue = action({
  verb: 'fieldwork.rescue.import',
  input: Type.Object({
    fileDigest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  facts: async ({ files }, { fileDigest }) => ({ isStored: await files.has(fileDigest) }),
  refuse: ({ isStored }, { fileDigest }) =>
    isStored ? undefined : notFound('files.unknown', { digest: fileDigest.slice(0, 12) }),
  async handle({ trx, person, now, startJob }, { fileDigest, fileName }) {
    const rescueId = newId()
    const subject = `rescue:${rescueId}`
    const jobId = await startJob({ name: 'fieldwork.rescue.take', subject, input: { rescueId } })
    await addRescue(trx, { id: rescueId, fileDigest, fileName, person: person.id, job: jobId, now })
    return { rescueId, jobId }
  },
  audit: ({ fileDigest, fileName }, { rescueId }) => ({
    subject: `rescue:${rescueId}`,
    after: { fileDigest, fileName },
  }),
})
