import type { CompiledQuery, Dialect, QueryResult } from 'kysely'
import type { EmbeddedEngine } from './embedded-engine.ts'
import { packetDialect } from './packet-driver.ts'
import { PacketConnection } from './packets.ts'
import { nameOf } from './statement-names.ts'
import { Turnstile } from './turnstile.ts'

/** Kysely on the embedded engine: one connection, handed from one holder to the next. */
export function embeddedDialect(engine: EmbeddedEngine): Dialect {
  const connection = new PacketConnection((queries) => send(engine, queries))
  const turnstile = new Turnstile()
  return packetDialect({
    async acquire() {
      await turnstile.enter()
      return connection
    },
    release: () => turnstile.leave(),
    end: async () => {},
  })
}

type Row = Record<string, unknown>

const statementOf = (query: CompiledQuery) => ({
  sql: query.sql,
  parameters: [...query.parameters],
  name: nameOf(query),
})

const send = async (engine: EmbeddedEngine, queries: readonly CompiledQuery[]): Promise<QueryResult<Row>[]> => {
  const results = await engine.queryAll(queries.map(statementOf))
  return results.map(({ rows, affected }) => ({ rows, numAffectedRows: BigInt(affected) }))
}
