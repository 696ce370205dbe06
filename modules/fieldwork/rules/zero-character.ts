type Payload = Record<string, unknown>

/** Where a text or a name in a value holds U+0000, which no column can keep, as «values.note»; '' for nowhere. Pure. */
export function zeroIn(value: unknown): string {
  // Hardly any has one: most are known by their JSON, without a look at every member.
  return JSON.stringify(value)?.includes('\\u0000') ? (search(value, []) ?? '') : ''
}

function search(value: unknown, path: string[]): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path.join('.').replaceAll('\0', '␀') : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = search(name, [...path, name]) ?? search(member, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}

/** What is kept of a payload that holds one: all of it, as the text of its JSON. */
export const storable = (payload: Payload): Payload =>
  zeroIn(payload) === '' ? payload : { unkeepable: JSON.stringify(payload) }
