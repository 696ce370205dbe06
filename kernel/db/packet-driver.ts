import {
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type { PacketConnection } from './packets.ts'
import { prepared } from './statement-names.ts'

/** Where connections come from, and go back to. */
export type Connections = {
  acquire(): Promise<PacketConnection>
  release(connection: PacketConnection): void
  end(): Promise<void>
}

/** Kysely over packets, for either engine. */
export function packetDialect(connections: Connections): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PacketDriver(connections),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class PacketDriver implements Driver {
  readonly #connections: Connections

  constructor(connections: Connections) {
    this.#connections = connections
  }

  async init(): Promise<void> {}

  destroy(): Promise<void> {
    return this.#connections.end()
  }

  acquireConnection(): Promise<PacketConnection> {
    return this.#connections.acquire()
  }

  async releaseConnection(connection: PacketConnection): Promise<void> {
    this.#connections.release(connection)
  }

  async beginTransaction(connection: PacketConnection, settings: TransactionSettings): Promise<void> {
    connection.begin(settings)
  }

  async commitTransaction(connection: PacketConnection): Promise<void> {
    const { rows } = await connection.run(prepared('commit')).finally(() => connection.end())
    // A statement failed, its error was kept from us, and the database has undone everything.
    if ((rows[0] as { command?: string } | undefined)?.command === 'ROLLBACK')
      throw new Error('nothing was committed: an error inside the transaction was not let through')
  }

  async rollbackTransaction(connection: PacketConnection): Promise<void> {
    await connection.rollback().finally(() => connection.end())
  }

  async savepoint(connection: PacketConnection, name: string): Promise<void> {
    await connection.run(`savepoint ${name}`)
  }

  async rollbackToSavepoint(connection: PacketConnection, name: string): Promise<void> {
    await connection.rollback(`rollback to savepoint ${name}`)
  }

  async releaseSavepoint(connection: PacketConnection, name: string): Promise<void> {
    await connection.run(`release savepoint ${name}`)
  }
}
