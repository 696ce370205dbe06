import { type PGlite, parse, protocol } from '@electric-sql/pglite'

export type Statement = { sql: string; parameters: unknown[]; name?: string }
export type Answer = { rows: Record<string, unknown>[]; affectedRows?: number; command?: string }

const { serialize } = protocol

/**
 * Statements under a name are parsed and planned once and then sent in one message; `query` of PGlite parses, plans and
 * describes every time, in six messages, each of which costs as much as a short statement.
 */
export class EmbeddedStatements {
  readonly #database: PGlite
  /** Types of the parameters, by the statement's name. */
  readonly #known = new Map<string, number[]>()

  constructor(database: PGlite) {
    this.#database = database
  }

  run({ sql, parameters, name }: Statement): Promise<Answer> {
    const database = this.#database
    if (name === undefined) return database.query<Record<string, unknown>>(sql, parameters)
    return database.runExclusive(async () => {
      const types = this.#known.get(name) ?? (await this.#prepare(name, sql))
      const bound = serialize.bind({
        statement: name,
        values: parameters.map((value, k) => this.#text(value, types[k]!)),
      })
      const { messages } = await this.#send([
        bound,
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ])
      return parse.parseResults(messages, database.parsers)[0] as Answer
    })
  }

  async #prepare(name: string, text: string): Promise<number[]> {
    const { messages } = await this.#send([
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    ])
    const types = parse.parseDescribeStatementResults(messages)
    this.#known.set(name, types)
    return types
  }

  #send(parts: Uint8Array[]) {
    return this.#database.execProtocol(new Uint8Array(Buffer.concat(parts)), { syncToFs: false })
  }

  #text(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null
    return this.#database.serializers[type]?.(value) ?? String(value)
  }
}
