import { checkNesting } from '../../geometry/coverage/nesting.ts'
import { setOf } from '../../geometry/flat/set-of.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import type { Finding, JudgedFeature } from '../rule.ts'

/** A feature of the layer that the judged one has to lie in, and its area code. */
export type Whole = { code: string; geometry: MultiPolygon }

/**
 * Features that do not lie in just one whole, or in one whose area code begins otherwise. Features and wholes with faults
 * of their own shape are passed over: what they cover is not known, and that is told by its own rule.
 * @param digits how much of the code has to be the same
 */
export function checkBlockNesting(
  own: readonly JudgedFeature[],
  wholes: readonly Whole[],
  { field, digits, unsound }: { field: string; digits: number; unsound: ReadonlySet<unknown> },
): Finding[] {
  const parts = own.filter(({ id }) => !unsound.has(id))
  const codeOf = (part: number) => String(parts[part]!.attributes[field] ?? '').slice(0, digits)
  const found = checkNesting(
    setOf(parts.map(({ geometry }) => geometry)),
    setOf(wholes.map(({ geometry }) => geometry)),
    (part, whole) => codeOf(part) === wholes[whole]!.code.slice(0, digits),
  )
  return found.map(({ rule, part, at, measure }) => ({
    ...{ features: [parts[part]!.id], at, measure },
    ...(rule === 'nesting-code' && { field, value: String(parts[part]!.attributes[field] ?? '') }),
  }))
}
