import type { Static, TSchema } from '@sinclair/typebox'
import type { Trx } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Person, Scope } from '../identity/can.ts'
import type { AnyJob, JobRequest } from '../jobs/job.ts'
import type { Problem } from '../problems/problem.ts'

/** What a request is done with. Only `trx` may touch the database. */
export type Context = {
  trx: Trx
  person: Person
  now: Date
  files: FileStore
  /** Asks for background work; it starts only when this transaction commits. */
  startJob(job: JobRequest): Promise<string>
  address?: string
}

export type AuditOf = { subject: string; before?: unknown; after?: unknown }

/**
 * The only way to write. kernel/http runs: authenticate → parse → begin → facts → permission → refuse → handle →
 * audit → commit → respond. The verb is also the permission, the audit verb, the path and the translation key.
 */
export type Action<V extends string = string, I extends TSchema = TSchema, F = unknown, R = unknown> = {
  verb: V
  input: I
  /** What `scope` and `refuse` need to know; reads only. */
  facts: (context: Context, input: Static<I>) => Promise<F>
  /** Where the right is needed; without it, any right to the verb will do. */
  scope?: (facts: F, input: Static<I>) => Scope
  /** Pure, so that desk and phone can ask it too before offering the button. */
  refuse?: (facts: F, input: Static<I>) => Problem | undefined
  handle: (context: Context, input: Static<I>, facts: F) => Promise<R>
  audit: (input: Static<I>, result: R, facts: F) => AuditOf
}

export type Query<N extends string = string, I extends TSchema = TSchema, R = unknown> = {
  name: N
  input: I
  /** Its own address instead of the one made of its name; `:parts` become input. */
  path?: string
  /** The answer is a Download, sent as it is. */
  bytes?: true
  scope?: (input: Static<I>) => Scope
  handle: (context: Context, input: Static<I>) => Promise<R>
}

type Headed = { mediaType: string; fileName?: string; cacheSeconds?: number }
/** What was made in memory: a tile, a sheet. */
export type MadeDownload = Headed & { bytes: Uint8Array }
/** What lies in the file store under its digest: sent as it is read, of any size; one that broke off is gone on with. */
export type StoredDownload = Headed & { stored: string }
/** What is made while it is sent, after the transaction: an archive of any size. */
export type PiecesDownload = Headed & { pieces: AsyncIterable<Uint8Array> }

/** A query whose answer is bytes: a tile, a file, an export. */
export type Download = MadeDownload | StoredDownload | PiecesDownload

/** Types one action by its parts; adds nothing at run time but the empty facts. */
export function action<V extends string, I extends TSchema, R, F = undefined>(
  parts: Omit<Action<V, I, F, R>, 'facts'> & { facts?: Action<V, I, F, R>['facts'] },
): Action<V, I, F, R> {
  return { facts: async () => undefined as F, ...parts }
}

export function query<N extends string, I extends TSchema, R>(parts: Query<N, I, R>): Query<N, I, R> {
  return parts
}

/** The manifest of a module (modules/<name>/module.ts): no logic. */
export type Module = {
  name: string
  title: { zh: string; en: string }
  actions: readonly AnyAction[]
  queries: readonly AnyQuery[]
  jobs: readonly AnyJob[]
  /** Puts processes and forms where cases find them, at every start; the same again changes nothing. */
  publish?(trx: Trx, now: Date): Promise<void>
}

// The parts differ in their own input, facts and result types; as a list they are only run, never typed.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyAction = Action<string, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyQuery = Query<string, any, any>

/** «landuse.clue.screen» → /api/landuse/clue/screen */
export const pathOf = (name: string): string => `/api/${name.replaceAll('.', '/')}`
