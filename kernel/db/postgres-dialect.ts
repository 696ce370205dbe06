import type { CompiledQuery, Dialect } from 'kysely'
import type pg from 'pg'
import { packetDialect } from './packet-driver.ts'
import { PacketConnection } from './packets.ts'
import { type Answer, PostgresPacket } from './postgres-packet.ts'

/** Kysely on the connections of a pool. The pool is ended by whoever made it. */
export function postgresDialect(pool: pg.Pool): Dialect {
  const clients = new WeakMap<PacketConnection, pg.PoolClient>()
  return packetDialect({
    async acquire() {
      const client = await pool.connect()
      const connection = new PacketConnection((queries) => send(client, queries))
      clients.set(connection, client)
      return connection
    },
    release: (connection) => clients.get(connection)?.release(),
    end: async () => {},
  })
}

async function send(client: pg.PoolClient, queries: readonly CompiledQuery[]): Promise<Answer[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer[]>()
  client.query(new PostgresPacket(queries, { resolve, reject }) as unknown as pg.Submittable)
  try {
    return await promise
  } catch (error) {
    // Where it was asked says more than where the answer was read.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}
