import { type CompiledQuery, type Dialect, type QueryResult, sql } from 'kysely'
import type pg from 'pg'
import { packetDialect } from './packet-driver.ts'
import { PacketConnection, type Sent } from './packets.ts'

/** Begins a raw statement that is asked often and whose best plan does not depend on its values. */
export const PREPARED = sql.raw('/* prepared */')

/** Inserts of many rows have as many texts as numbers of rows: those do not come again. */
const MOST_PARAMETERS = 60
/** Each is kept by every connection as long as it lives. */
const MOST_STATEMENTS = 300

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

const names = new Map<string, string>()

/**
 * PostgreSQL parses and plans a named statement once. What the query builder writes looks rows up by their keys; lists are
 * raw SQL and planned for their values.
 */
function nameOf({ sql: text, parameters, query }: CompiledQuery): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST_STATEMENTS || parameters.length > MOST_PARAMETERS) return known
  if (query.kind === 'RawNode' && !text.startsWith('/* prepared */')) return undefined
  const name = `yutu_${names.size + 1}`
  names.set(text, name)
  return name
}
