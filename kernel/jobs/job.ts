import type { Signer } from '../crypto/receipt.ts'
import type { Trx } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { AuditEntry } from '../identity/audit.ts'
import type { Person } from '../identity/can.ts'

/** A wish for background work. `subject` is kind:id, «batch:0198…»: what the page that waits for it shows. */
export type JobRequest = { name: string; subject: string; input: unknown }

export type Job<N extends string = string, I = unknown> = {
  name: N
  /** Takes minutes: such runs wait for each other, and nothing short waits for them. */
  slow?: true
  /** Does a service step of a case (kernel/cases/service-step.ts); designers of processes may choose it. */
  forStep?: true
  /** May run again after a crash: every step must find what an earlier run has done. */
  run(job: JobRun<I>): Promise<void>
}

/** What a run says it did; who and when are the run's own. */
type Audited = Pick<AuditEntry, 'verb' | 'subject' | 'before' | 'after'>

export type JobRun<I> = {
  id: string
  input: I
  person: Person
  now(): Date
  files: FileStore
  /** signs what the platform states: snapshots, receipts */
  signer: Signer
  /** One short transaction; on the embedded engine everybody else waits for it. Throws when the run was handed to another worker. */
  transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>
  /** Writes what the run did to the audit chain, in the transaction it was done in: call it last there. */
  audit(trx: Trx, entry: Audited): Promise<void>
  /** Shown to the person, survives a reload. */
  progress(done: number, total: number, stage: string): Promise<void>
  /** Throws when somebody has cancelled the run, or the program is being stopped; call it between batches and let it pass. */
  stopIfCancelled(): Promise<void>
}

export const job = <N extends string, I>(parts: Job<N, I>): Job<N, I> => parts

// Jobs differ in their input; as a list they are only run, never typed.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyJob = Job<string, any>
