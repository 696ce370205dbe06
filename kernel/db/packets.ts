import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import { prepared } from './statement-names.ts'

/**
 * A round trip costs more than most statements. Statements whose answer nobody waits for travel with the next one, in the
 * order they were given; one that fails then fails that one, and with it the transaction.
 */

type Rows = Record<string, unknown>[]
/** Sends statements together and answers for each in order, or fails with the first that does; what comes after it is not done. */
export type Send = (queries: readonly CompiledQuery[]) => Promise<QueryResult<Record<string, unknown>>[]>

// What the tables are is no matter here.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyTrx = Transaction<any>
type Compilable<R = unknown> = { compile(trx: AnyTrx): CompiledQuery<R> }

type Told = { rows(rows: Rows): void; lost(error: Error): void }
/** Statements that travel with the next one, and who is told of their rows. */
const waiting = new WeakMap<CompiledQuery, Told>()
const nobody: Told = { rows() {}, lost() {} }

/** Gives a write to the transaction; it is done before whatever is asked next. Only for writes that cannot be refused. */
export async function later(trx: AnyTrx, write: Compilable): Promise<void> {
  await putOff(trx, write, nobody)
}

/** Rows that will be asked for soon: they come with the next statement. Something must follow before they are awaited. */
export function ahead<R>(trx: AnyTrx, read: Compilable<R>): Promise<R[]> {
  const { promise, resolve, reject } = Promise.withResolvers<R[]>()
  // Whoever asked may never come to ask for them.
  promise.catch(() => {})
  void putOff(trx, read, { rows: (rows) => resolve(rows as R[]), lost: reject })
  return promise
}

/** Two statements in one round trip, the second done after the first. */
export async function together<A, B>(trx: AnyTrx, first: Compilable<A>, second: Compilable<B>): Promise<[A[], B[]]> {
  let rows: Rows = []
  await putOff(trx, first, { rows: (found) => (rows = found), lost() {} })
  const { rows: others } = await trx.executeQuery(second.compile(trx))
  return [rows as A[], others]
}

async function putOff(trx: AnyTrx, statement: Compilable, told: Told): Promise<void> {
  const query = statement.compile(trx)
  waiting.set(query, told)
  await trx.executeQuery(query)
}

/** A connection that sends what was put off, and `begin`, in one packet with the next statement. */
export class PacketConnection implements DatabaseConnection {
  readonly #send: Send
  #queue: CompiledQuery[] = []
  #isBegun = false

  constructor(send: Send) {
    this.#send = send
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (waiting.has(query)) {
      this.#queue.push(query)
      return { rows: [] }
    }
    return (await this.#flush(query)) as QueryResult<R>
  }

  // biome-ignore lint/correctness/useYield: answers come whole; nobody streams
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows are not streamed; read in pages')
  }

  begin({ isolationLevel, accessMode }: TransactionSettings): void {
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : ''
    this.#isBegun = false
    this.#queue = [CompiledQuery.raw(prepared(`begin${level}${accessMode ? ` ${accessMode}` : ''}`))]
  }

  /** `command`: one of a few, without values. */
  run(command: string): Promise<QueryResult<unknown>> {
    return this.#flush(CompiledQuery.raw(prepared(command)))
  }

  /** What was put off is dropped with the rest. */
  async rollback(command = 'rollback'): Promise<void> {
    tellLost(this.#queue, new Error('the transaction was rolled back'))
    this.#queue = []
    if (this.#isBegun) await this.run(command)
  }

  async #flush(query: CompiledQuery): Promise<QueryResult<unknown>> {
    const queries = [...this.#queue, query]
    this.#queue = []
    this.#isBegun = true
    const results = await this.#send(queries).catch((error) => {
      tellLost(queries, error)
      throw error
    })
    queries.forEach((each, k) => {
      waiting.get(each)?.rows(results[k]!.rows)
    })
    return results.at(-1)!
  }
}

function tellLost(queries: readonly CompiledQuery[], error: Error): void {
  for (const query of queries) waiting.get(query)?.lost(error)
}
