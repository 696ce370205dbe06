import type { Static, TSchema } from '@sinclair/typebox'
import type { Signer } from '../kernel/crypto/receipt.ts'
import { generateKeyPair } from '../kernel/crypto/sm2.ts'
import type { Trx } from '../kernel/db/database.ts'
import { diskStore } from '../kernel/files/file-store.ts'
import type { Action, Context, Download, Query } from '../kernel/http/action.ts'
import { runAction, runQuery } from '../kernel/http/run-action.ts'
import type { Person } from '../kernel/identity/can.ts'
import { startJob } from '../kernel/jobs/start-job.ts'
import { cacheFolder } from './harness.ts'

export const testAuditKey = new Uint8Array(32).fill(1)
/** The platform's signing key, made anew for each test process. */
export const testSigner: Signer = { keys: generateKeyPair(), keyId: 'test', userId: 'yutu-platform' }
export const testFiles = diskStore(`${cacheFolder}/test-files`)

function contextOf(trx: Trx, person: Person, now = new Date()): Context {
  return { trx, person, now, files: testFiles, startJob: (job) => startJob(trx, job, person.id, now) }
}

/** Does an action as `person` through the same steps as a request, inside the test's transaction. Throws Refusal. */
export async function act<V extends string, I extends TSchema, F, R>(
  trx: Trx,
  person: Person,
  action: Action<V, I, F, R>,
  input: Static<I>,
): Promise<R> {
  return (await runAction(action, contextOf(trx, person), input, testAuditKey)) as R
}

/** What of a download arrives. */
export async function bytesOf(download: Download): Promise<Uint8Array> {
  if ('bytes' in download) return download.bytes
  const pieces: AsyncIterable<Uint8Array> = 'pieces' in download ? download.pieces : testFiles.stream(download.stored)
  const arrived: Uint8Array[] = []
  for await (const piece of pieces) arrived.push(piece)
  return new Uint8Array(Buffer.concat(arrived))
}

export async function ask<N extends string, I extends TSchema, R>(
  trx: Trx,
  person: Person,
  query: Query<N, I, R>,
  input: Static<I>,
): Promise<R> {
  return (await runQuery(query, contextOf(trx, person), input)) as R
}
