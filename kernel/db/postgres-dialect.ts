import type { CompiledQuery, Dialect, QueryResult } from 'kysely'
import type pg from 'pg'
import { packetDialect } from './packet-driver.ts'
import { PacketConnection, type Sent } from './packets.ts'
import { nameOf } from './statement-names.ts'

/** Kysely on the connections of a pool whose clients pipeline. The pool is ended by whoever made it. */
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

/** One write to the socket for all. */
function send(client: pg.PoolClient, queries: readonly CompiledQuery[]): Promise<Sent[]> {
  const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream & Corkable } }).connection
  stream.cork()
  const asked = queries.map((query) => ask(client, query))
  stream.uncork()
  return Promise.allSettled(asked)
}

type Corkable = { cork(): void; uncork(): void }

async function ask(client: pg.PoolClient, query: CompiledQuery): Promise<QueryResult<Record<string, unknown>>> {
  const values = query.parameters as unknown[]
  const result = await client.query({ name: nameOf(query), text: query.sql, values })
  const { command, rowCount, rows } = result
  if (command === 'COMMIT' || command === 'ROLLBACK') return { rows: [{ command }] }
  return { rows: rows ?? [], ...(rowCount !== null && { numAffectedRows: BigInt(rowCount) }) }
}
