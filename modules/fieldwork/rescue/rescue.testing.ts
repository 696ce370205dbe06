import { strToU8, zipSync } from 'fflate'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { writeAudit } from '../../../kernel/identity/audit.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import type { JobRun } from '../../../kernel/jobs/job.ts'
import { act, ask, testAuditKey, testFiles, testSigner } from '../../../testing/act.ts'
import { chainOperations } from '../rules/operation-hash.ts'
import type { Operation } from '../schema.ts'
import { importRescue } from './import-rescue.ts'
import { viewRescue } from './queries.ts'
import { takeRescue } from './take-rescue.ts'

/** For tests only: an archive as an unsealed phone writes it. */
export function archiveOf(
  device: { id: string; person: string },
  drafts: Parameters<typeof chainOperations>[0],
  photos: readonly Uint8Array[],
  more: Record<string, Uint8Array> = {},
): Uint8Array {
  const rows = chainOperations(drafts, undefined).map((operation: Operation) => ({ device: device.id, operation }))
  const file = (value: unknown) => strToU8(JSON.stringify(value))
  const originals = Object.fromEntries(photos.map((bytes) => [`photos/${sm3(bytes)}.jpg`, bytes]))
  return zipSync({ 'devices.json': file([device]), 'operations.json': file(rows), ...originals, ...more }, { level: 0 })
}

/** The run of an import as the queue would have it, with a transaction of the test. */
export function rescueRun(person: Person, rescueId: string, transaction: JobRun<unknown>['transaction']) {
  return {
    ...{ id: rescueId, input: { rescueId }, person, files: testFiles, signer: testSigner, now: () => new Date() },
    ...{ transaction, progress: async () => {}, stopIfCancelled: async () => {} },
    audit: (trx: Trx, entry: Parameters<JobRun<unknown>['audit']>[1]) =>
      writeAudit(trx, { at: new Date(), person: person.id, ...entry }, testAuditKey),
  }
}

/** An archive imported from beginning to end inside the transaction of a test. */
export async function importWhole(trx: Trx, person: Person, archive: Uint8Array) {
  const { digest } = await testFiles.put(archive)
  const { rescueId } = await act(trx, person, importRescue, { fileDigest: digest, fileName: 'yutu-rescue.zip' })
  await takeRescue.run(rescueRun(person, rescueId, (work) => work(trx)))
  return ask(trx, person, viewRescue, { rescueId })
}
