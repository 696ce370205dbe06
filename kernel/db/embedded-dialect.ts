import type { CompiledQuery, Dialect } from 'kysely'
import type { EmbeddedEngine } from './embedded-engine.ts'
import { packetDialect } from './packet-driver.ts'
import { PacketConnection, type Sent } from './packets.ts'
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

const statementOf = (query: CompiledQuery) => ({
  sql: query.sql,
  parameters: [...query.parameters],
  name: nameOf(query),
})

async function send(engine: EmbeddedEngine, queries: readonly CompiledQuery[]): Promise<Sent[]> {
  try {
    const results = await engine.queryAll(queries.map(statementOf))
    return results.map(({ rows, affected }) => ({
      status: 'fulfilled',
      value: { rows, numAffectedRows: BigInt(affected) },
    }))
  } catch (reason) {
    return [{ status: 'rejected', reason }]
  }
}
