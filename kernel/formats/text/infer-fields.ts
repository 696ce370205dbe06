import type { Attributes, AttributeValue, Field } from '../delivery.ts'

/** A number as a person writes one: no leading zeros, which mark codes («0303»). */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

const isPlainNumber = (text: string) =>
  PLAIN_NUMBER.test(text) && (text.includes('.') || Number.isSafeInteger(Number(text)))

function typeOf(values: AttributeValue[]): Field['type'] {
  const present = values.filter((value) => value !== null)
  if (present.length === 0) return 'text'
  if (present.every((value) => typeof value === 'number'))
    return present.every(Number.isSafeInteger) ? 'integer' : 'number'
  return present.every((value) => typeof value === 'string' && DATE.test(value)) ? 'date' : 'text'
}

/** Fields of a source that declares none, in order of first appearance. */
export function inferFields(rows: Attributes[]): Field[] {
  const columns = new Map<string, AttributeValue[]>()
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      const values = columns.get(name)
      if (values) values.push(value)
      else columns.set(name, [value])
    }
  }
  return [...columns].map(([name, values]) => ({ name, type: typeOf(values) }))
}

/** Text columns that hold nothing but plain numbers become numbers; a single code with a leading zero keeps the column text. */
export function withNumbers(rows: Attributes[], names: string[]): Attributes[] {
  const numeric = names.filter((name) => {
    const values = rows.map((row) => row[name]).filter((value) => typeof value === 'string')
    return values.length > 0 && values.every(isPlainNumber)
  })
  const convert = (row: Attributes) => {
    for (const name of numeric) if (typeof row[name] === 'string') row[name] = Number(row[name])
    return row
  }
  return rows.map(convert)
}
