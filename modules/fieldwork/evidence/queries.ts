import { Type } from '@sinclair/typebox'
import { query, type StoredDownload } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { adapters } from './adapters.ts'
import { packagesOf, readPackage } from './store.ts'

/** Packages the person has asked for, newest first, and the layouts there are. */
export const listEvidencePackages = query({
  name: 'fieldwork.evidence.list',
  input: Type.Object({ caseId: Type.Optional(Type.String({ format: 'uuid' })) }),
  handle: async ({ trx, person }, { caseId }) => ({
    rows: await packagesOf(trx, person.id, caseId),
    adapters: adapters.map(({ name, title }) => ({ name, title })),
  }),
})

/** The ZIP of a package of one's own. */
export const downloadEvidencePackage = query({
  name: 'fieldwork.evidence.download',
  input: Type.Object({ packageId: Type.String({ format: 'uuid' }) }),
  bytes: true,
  async handle({ trx, person }, { packageId }): Promise<StoredDownload> {
    const row = await readPackage(trx, packageId)
    if (!row?.digest || row.madeBy !== person.id) throw new Refusal(notFound('fieldwork.evidence.download.unknown'))
    return {
      mediaType: 'application/zip',
      stored: row.digest,
      fileName: row.fileName ?? 'evidence.zip',
    }
  },
})
