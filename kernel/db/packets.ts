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
  const rows = ahead(trx, first)
  const others = await ask(trx, second)
  return [await rows, others]
}

/** Asks without the ways of the query builder, which take longer than many a statement. */
export async function ask<R>(trx: AnyTrx, read: Compilable<R>): Promise<R[]> {
  const query = read.compile(trx)
  const { rows } = await (connectionOf(trx)?.executeQuery<R>(query) ?? trx.executeQuery(query))
  return rows
}

async function putOff(trx: AnyTrx, statement: Compilable, told: Told): Promise<void> {
  const query = statement.compile(trx)
  waiting.set(query, told)
  await (connectionOf(trx)?.executeQuery(query) ?? trx.executeQuery(query))
}

type Held = { connection: PacketConnection; transaction: number }
const connections = new WeakMap<object, Held>()

/** The connection of a transaction, found at once while nothing is under way in it, and kept; undefined otherwise. */
function connectionOf(trx: AnyTrx): PacketConnection | undefined {
  const executor = trx.getExecutor()
  const held = connections.get(executor) ?? findConnection(executor)
  if (held && held.connection.transaction !== held.transaction) throw new Error('the transaction has ended')
  return held?.connection
}

function findConnection(executor: ReturnType<AnyTrx['getExecutor']>): Held | undefined {
  const found = executor.provideConnection(async (connection) => {
    if (connection instanceof PacketConnection)
      connections.set(executor, { connection, transaction: connection.transaction })
  })
  found.catch(() => {})
  return connections.get(executor)
}

/** A connection that sends what was put off, and `begin`, in one packet with the next statement. */
export class PacketConnection implements DatabaseConnection {
  readonly #send: Send
  #queue: CompiledQuery[] = []
  #isBegun = false
  #transaction = 0
  #underWay: Promise<unknown> | undefined

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

  /** Counts the transactions that have been on this connection. */
  get transaction(): number {
    return this.#transaction
  }

  /** Whatever is asked for the transaction from now on is a mistake. */
  end(): void {
    this.#transaction++
  }

  /** `command`: one of a few, without values. */
  run(command: string): Promise<QueryResult<unknown>> {
    return this.#flush(CompiledQuery.raw(command))
  }

  /** What was put off is dropped with the rest. */
  async rollback(command = 'rollback'): Promise<void> {
    tellLost(this.#queue, new Error('the transaction was rolled back'))
    this.#queue = []
    if (this.#isBegun) await this.run(command)
  }

  async #flush(query: CompiledQuery): Promise<QueryResult<unknown>> {
    while (this.#underWay) await this.#underWay.catch(() => {})
    const queries = [...this.#queue, query]
    this.#queue = []
    this.#isBegun = true
    const sent = this.#send(queries)
    this.#underWay = sent
    const results = await sent
      .finally(() => (this.#underWay = undefined))
      .catch((error) => {
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
