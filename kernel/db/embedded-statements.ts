import { type PGlite, protocol, types } from '@electric-sql/pglite'

export type Statement = { sql: string; parameters: unknown[]; name?: string }
type Row = Record<string, unknown>
export type Answer = { rows: Row[]; affectedRows?: number; command?: string }

type Column = { name: string; read(text: string): unknown }
/** What is known of a statement under a name: types of its parameters, columns of its answer. */
type Known = { types: number[]; columns: Column[] }
/** Those that are read here. */
type Message =
  | { name: 'parameterDescription'; dataTypeIDs: number[] }
  | { name: 'rowDescription'; fields: { name: string; dataTypeID: number }[] }
  | { name: 'dataRow'; fields: (string | null)[] }
  | { name: 'commandComplete'; text: string }

const { serialize } = protocol
const isCommand = (sql: string) => /^(\/\*.*\*\/)?\s*(begin|commit|rollback)\b/.test(sql)

/**
 * Statements under a name are parsed, planned and asked for their columns once; `query` of PGlite does all of that every time, in
 * six messages, each of which costs as much as a short statement. Each has a point of synchronisation of its own, so that nothing
 * is done after one that failed or was lost.
 */
export class EmbeddedStatements {
  readonly #database: PGlite
  readonly #known = new Map<string, Known>()

  constructor(database: PGlite) {
    this.#database = database
  }

  async run({ sql, parameters, name }: Statement): Promise<Answer> {
    if (isCommand(sql)) return this.#command(sql)
    if (name === undefined) return whole(await this.#database.query<Row>(sql, parameters))
    const { types, columns } = this.#known.get(name) ?? (await this.#prepare(name, sql))
    const values = parameters.map((value, k) => this.#text(value, types[k]!))
    try {
      const messages = await this.#send([
        serialize.bind({ statement: name, values }),
        serialize.execute({}),
        serialize.sync(),
      ])
      return whole(answerOf(messages, columns))
    } catch (error) {
      // It may have become another one: a table was changed since.
      this.#known.delete(name)
      throw error
    }
  }

  /** In one message; and not prepared, for after a statement that was lost PGlite would be lost too. */
  async #command(text: string): Promise<Answer> {
    return whole(answerOf(await this.#send([serialize.query(text)]), []))
  }

  async #prepare(name: string, text: string): Promise<Known> {
    const messages = await this.#send([
      serialize.close({ type: 'S', name }),
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    ])
    const known: Known = { types: [], columns: [] }
    for (const message of messages) {
      if (message.name === 'parameterDescription') known.types = message.dataTypeIDs
      if (message.name === 'rowDescription') known.columns = message.fields.map((field) => this.#column(field))
    }
    this.#known.set(name, known)
    return known
  }

  #column({ name, dataTypeID }: { name: string; dataTypeID: number }): Column {
    const read = this.#database.parsers[dataTypeID] ?? types.parsers[dataTypeID]
    return { name, read: (text) => (read ? read(text, dataTypeID) : text) }
  }

  async #send(parts: Uint8Array[]): Promise<Message[]> {
    const message = new Uint8Array(Buffer.concat(parts))
    const database = this.#database
    return (await database.runExclusive(() =>
      database.execProtocolStream(message, { syncToFs: false }),
    )) as unknown as Message[]
  }

  #text(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null
    return this.#database.serializers[type]?.(value) ?? String(value)
  }
}

function answerOf(messages: Message[], columns: Column[]): Answer {
  const rows: Row[] = []
  for (const message of messages) {
    if (message.name === 'dataRow') rows.push(rowOf(message.fields, columns))
    if (message.name !== 'commandComplete') continue
    const [command, ...counts] = message.text.split(' ')
    if (command === 'ROLLBACK') rows.push({ command })
    return { rows, command, affectedRows: WRITES.has(command!) ? Number(counts.at(-1)) : 0 }
  }
  return { rows }
}

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function rowOf(fields: (string | null)[], columns: Column[]): Row {
  const row: Row = {}
  for (let k = 0; k < columns.length; k++) {
    const text = fields[k]!
    row[columns[k]!.name] = text === null ? null : columns[k]!.read(text)
  }
  return row
}

/**
 * GEOS, built for the browser, cannot catch its own exceptions: where it would try another way (hard input to ST_Union,
 * ST_Difference …) the statement ends with neither error nor answer. That must never look like «no rows».
 */
export function whole<A extends { command?: string }>(answer: A): A {
  if (answer.command !== undefined && answer.command !== '???') return answer
  const message =
    'the embedded engine lost the statement half-way (overlay functions of PostGIS cannot be trusted here)'
  throw Object.assign(new Error(message), { code: 'XX000' })
}
