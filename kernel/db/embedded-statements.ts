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
const isCommit = ({ sql }: Statement) => sql.endsWith('commit')

/**
 * Statements under a name are parsed and planned once, and those that follow each other are sent in one message; `query` of
 * PGlite parses, plans and describes every time, in six messages, each of which costs as much as a short statement.
 */
export class EmbeddedStatements {
  readonly #database: PGlite
  readonly #known = new Map<string, Known>()

  constructor(database: PGlite) {
    this.#database = database
  }

  /** One after the other; the first that fails, or ends without an answer, is the last that is done. */
  async run(statements: Statement[]): Promise<Answer[]> {
    const answers: Answer[] = []
    let together: { statement: Statement; known: Known }[] = []
    const send = async () => {
      if (together.length > 0) answers.push(...(await this.#runKnown(together)))
      together = []
    }
    for (const statement of statements) {
      const { sql, parameters, name } = statement
      const known = name === undefined ? undefined : this.#known.get(name)
      // What came before a commit has to be known to be whole.
      if (!known || isCommit(statement)) await send()
      if (name === undefined) answers.push(whole(await this.#database.query<Row>(sql, parameters)))
      else together.push({ statement, known: known ?? (await this.#prepare(name, sql)) })
    }
    await send()
    return answers
  }

  async #runKnown(all: { statement: Statement; known: Known }[]): Promise<Answer[]> {
    const parts = all.flatMap(({ statement: { name, parameters }, known }) => [
      serialize.bind({ statement: name, values: parameters.map((value, k) => this.#text(value, known.types[k]!)) }),
      serialize.execute({}),
    ])
    try {
      const answers = answersOf(await this.#send(parts), all)
      return all.map((_, k) => whole(answers[k]))
    } catch (error) {
      // A statement may have become another one: a table was changed since.
      for (const { statement } of all) this.#known.delete(statement.name!)
      throw error
    }
  }

  async #prepare(name: string, text: string): Promise<Known> {
    const messages = await this.#send([
      serialize.close({ type: 'S', name }),
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
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
    const message = new Uint8Array(Buffer.concat([...parts, serialize.sync()]))
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

function answersOf(messages: Message[], asked: { known: Known }[]): Answer[] {
  const answers: Answer[] = []
  let rows: Row[] = []
  for (const message of messages) {
    if (message.name === 'dataRow') rows.push(rowOf(message.fields, asked[answers.length]?.known.columns ?? []))
    if (message.name !== 'commandComplete') continue
    const [command, ...counts] = message.text.split(' ')
    answers.push({ rows, command, affectedRows: WRITES.has(command!) ? Number(counts.at(-1)) : 0 })
    rows = []
  }
  return answers
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
export function whole<A extends { command?: string }>(answer: A | undefined): A {
  if (answer?.command !== undefined && answer.command !== '???') return answer
  const message =
    'the embedded engine lost the statement half-way (overlay functions of PostGIS cannot be trusted here)'
  throw Object.assign(new Error(message), { code: 'XX000' })
}
