import { noDuplicate, noGap, noOverlap } from '../rules/topology/coverage.ts'

const amongNeighbours = new Set([noOverlap.id, noGap.id, noDuplicate.id])

/** Whether any of the rules (all, for null) looks at features next to the ones it judges. */
export const looksAround = (rules: readonly string[] | null): boolean =>
  rules === null || rules.some((rule) => amongNeighbours.has(rule))
