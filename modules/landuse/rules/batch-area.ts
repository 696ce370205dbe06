/** Lengths of county, town and village codes (GB/T 2260 and what follows it). */
const levels = [12, 9, 6]

/**
 * Whose clues a delivery holds: the sender's own area where there is one, else the smallest area all rows name, else
 * everywhere ('').
 */
export function batchArea(own: readonly string[], codes: readonly string[]): string {
  if (own.length === 1 && own[0] !== '') return own[0]!
  const named = codes.filter((code) => /^\d{6}/.test(code))
  const first = named[0]
  if (first === undefined) return ''
  const length = levels.find(
    (level) => first.length >= level && named.every((code) => code.startsWith(first.slice(0, level))),
  )
  return length === undefined ? '' : first.slice(0, length)
}
