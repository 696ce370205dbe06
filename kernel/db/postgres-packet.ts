import type { CompiledQuery, QueryResult } from 'kysely'
import utils from 'pg/lib/utils.js'
import { parserOf } from './postgres-values.ts'
import { nameOf } from './statement-names.ts'

type Row = Record<string, unknown>
export type Answer = QueryResult<Row>
type Told = { resolve(answers: Answer[]): void; reject(error: unknown): void }

type Column = { name: string; read(text: string): unknown }
type Value = string | Buffer | null
type Statement = { name?: string; text: string; values: Value[]; columns?: Column[] }

/** What `pg` hands to a query made outside of it (cursors, streams) to send itself with. */
type Connection = {
  stream: { cork(): void; uncork(): void }
  parse(statement: { name?: string; text: string }): void
  bind(bound: { statement?: string; values: Value[] }): void
  describe(portal: { type: 'P' }): void
  execute(portal: object): void
  close(statement: { type: 'S'; name: string }): void
  sync(): void
  sendCopyFail(why: string): void
}

/** The columns of the answers to the statements a connection has parsed, by name. */
const parsed = new WeakMap<Connection, Map<string, Column[]>>()

/**
 * Statements asked together: written at once, and the server answers them at once, for there is one point of synchronisation.
 * One that fails is the last that is done. Under a name it is parsed, and asked for its columns, only the first time.
 */
export class PostgresPacket {
  readonly #statements: Statement[]
  readonly #told: Told
  readonly #answers: Answer[] = []
  #known = new Map<string, Column[]>()
  #rows: Row[] = []
  #unreadable: unknown

  constructor(queries: readonly CompiledQuery[], told: Told) {
    this.#told = told
    this.#statements = queries.map((query) => ({
      name: nameOf(query),
      text: query.sql,
      values: query.parameters.map((value) => utils.prepareValue(value)),
    }))
  }

  submit(connection: Connection): void {
    this.#known = parsed.get(connection) ?? new Map()
    parsed.set(connection, this.#known)
    connection.stream.cork()
    for (const statement of this.#statements) this.#send(connection, statement)
    connection.sync()
    connection.stream.uncork()
  }

  #send(connection: Connection, statement: Statement): void {
    const { name, text, values } = statement
    statement.columns = name === undefined ? undefined : this.#known.get(name)
    if (!statement.columns) {
      // One that failed may have been parsed all the same; closing what is not there is no error.
      if (name !== undefined) connection.close({ type: 'S', name })
      connection.parse({ name, text })
    }
    connection.bind({ statement: name, values })
    if (!statement.columns) connection.describe({ type: 'P' })
    connection.execute({})
  }

  get #current(): Statement {
    return this.#statements[this.#answers.length]!
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#current.columns = fields.map(({ name, dataTypeID }) => ({ name, read: parserOf(dataTypeID) }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { columns = [] } = this.#current
    const row: Row = {}
    try {
      for (let k = 0; k < columns.length; k++) {
        const { name, read } = columns[k]!
        const text = fields[k]!
        row[name] = text === null ? null : read(text)
      }
    } catch (error) {
      this.#unreadable ??= error
    }
    this.#rows.push(row)
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { name, columns = [] } = this.#current
    if (name !== undefined) this.#known.set(name, columns)
    const [command, ...counts] = text.split(' ')
    const count = counts.at(-1)
    const rows = command === 'COMMIT' || command === 'ROLLBACK' ? [{ command }] : this.#rows
    this.#answers.push({ rows, ...(count && /^\d+$/.test(count) && { numAffectedRows: BigInt(count) }) })
    this.#rows = []
  }

  handleEmptyQuery(): void {
    this.#answers.push({ rows: [] })
  }

  handleError(error: unknown): void {
    const { name } = this.#current ?? {}
    if (name !== undefined) this.#known.delete(name)
    this.#told.reject(error)
  }

  handleReadyForQuery(): void {
    if (this.#unreadable) this.#told.reject(this.#unreadable)
    else this.#told.resolve(this.#answers)
  }

  handleCopyInResponse(connection: Connection): void {
    connection.sendCopyFail('rows are not copied here')
  }

  handleCopyData(): void {}
}
