import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'

export type Fields = Record<string, unknown>
export type Merged = {
  /** what counts afterwards of the fields sent */
  values: Fields
  /** sent fields that others have changed to something else meanwhile */
  conflicts: string[]
}

/**
 * Three versions of a record, field by field: what a device sent (`mine`), what it was made from (`base`), what is there now
 * (`theirs`). A field that only one side has changed is that side's; both the same is no conflict; both different is one.
 * Pure.
 */
export function mergeFields(mine: Fields, base: Fields, theirs: Fields): Merged {
  const values: Fields = {}
  const conflicts: string[] = []
  for (const [name, value] of Object.entries(mine)) {
    const isMoved = !isSame(theirs[name], base[name])
    if (isMoved && !isSame(theirs[name], value) && !isSame(value, base[name])) conflicts.push(name)
    values[name] = isMoved && isSame(value, base[name]) ? theirs[name] : value
  }
  return { values, conflicts }
}

/** Nothing, null and an empty text are the same. */
export const isSame = (a: unknown, b: unknown): boolean => canonicalJson(filled(a)) === canonicalJson(filled(b))

const filled = (value: unknown) => (value === '' ? null : (value ?? null))
