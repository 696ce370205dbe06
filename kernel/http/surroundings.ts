import type { Signer } from '../crypto/receipt.ts'
import type { Database } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Module } from './action.ts'

/** What the server is given once, at start. */
export type Surroundings = {
  database: Database
  files: FileStore
  modules: readonly Module[]
  /** Keys the MAC of every audit row. */
  auditKey: Uint8Array
  /** The platform's own SM2 key: signs the receipt of every file that arrived. */
  signer: Signer
  /** Called after a request that asked for background work has committed. */
  wakeJobs(): void
}
