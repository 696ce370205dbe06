/**
 * One spelling for one value (RFC 8785): members sorted by UTF-16 code units, numbers as ECMAScript prints them, no
 * blanks. Signatures and hash chains are computed over it, so it may never change for stored data.
 * Beyond the RFC: Date becomes its ISO instant, bigint its decimal text, members that are undefined are left out.
 * Throws TypeError for what JSON cannot hold (NaN, infinity, functions, bytes, Map, lone surrogates, cycles).
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

function write(value: unknown, parents: object[]): string {
  switch (typeof value) {
    case 'string':
      return writeString(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`)
      return JSON.stringify(value)
    case 'boolean':
      return String(value)
    case 'bigint':
      return `"${value}"`
    case 'object':
      return value === null ? 'null' : writeObject(value, parents)
    default:
      throw new TypeError(`a ${typeof value} has no canonical form`)
  }
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('text with a lone surrogate has no canonical form')
  return JSON.stringify(text)
}

function writeObject(value: object, parents: object[]): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (parents.includes(value)) throw new TypeError('a value that contains itself has no canonical form')
  const inside = [...parents, value]
  if (Array.isArray(value)) return `[${value.map((item) => write(item === undefined ? null : item, inside)).join(',')}]`
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) {
    throw new TypeError(`a ${value.constructor.name} has no canonical form`)
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${writeString(key)}:${write(member, inside)}`).join(',')}}`
}
