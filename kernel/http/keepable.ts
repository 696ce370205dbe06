import { invalid, type Problem } from '../problems/problem.ts'

/** Deeper than any form or feature; what reads JSON member by member goes as deep as it. */
const MOST_DEEP = 100

/**
 * What the schema lets through and nothing can keep: half of a character (a lone surrogate, RFC 8785 §3.2.2.2) has no canonical
 * form for the audit chain, and JSON nested without end none at all. A number too large (1e999) is read as infinite.
 */
export function keepable(input: unknown): Problem | undefined {
  let level = [input]
  for (let deep = 0; level.length > 0; deep++) {
    if (deep > MOST_DEEP) return invalid('kernel.too-deep', { most: MOST_DEEP })
    if (level.some((one) => typeof one === 'number' && !Number.isFinite(one))) return invalid('kernel.not-finite')
    if (level.some((one) => typeof one === 'string' && !one.isWellFormed())) return invalid('kernel.half-character')
    level = level.flatMap((one) => inside(one))
  }
  return undefined
}

const inside = (one: unknown): unknown[] => {
  if (Array.isArray(one)) return one
  return typeof one === 'object' && one !== null ? Object.entries(one).flat() : []
}
