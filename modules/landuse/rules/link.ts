import type { RuleParameters } from '../schema.ts'

/** A surveyed clue and how much of both is common, in one measure. */
export type LinkCandidate = { id: string; area: number; common: number }

export type Link = { id: string; own: number; other: number }

/**
 * 线索挂接: the surveyed clue this one is, when at least the share the rule asks for is common. Both ratios are given;
 * of several the largest overlap, then the first by id. `area`: of the clue itself, in the candidates' measure.
 */
export function linkTo(area: number, candidates: readonly LinkCandidate[], rule: RuleParameters): Link | undefined {
  const links = candidates
    .map(({ id, area: otherArea, common }) => ({ id, own: ratio(common, area), other: ratio(common, otherArea) }))
    .filter((link) => counted(link, rule) >= rule.linkShare)
    .sort((a, b) => b.own - a.own || (a.id < b.id ? -1 : 1))
  return links[0]
}

/** Overlap against the smaller of two is the larger of the two ratios. */
function counted({ own, other }: Link, { linkDenominator }: RuleParameters): number {
  if (linkDenominator === 'own') return own
  return linkDenominator === 'other' ? other : Math.max(own, other)
}

const ratio = (part: number, whole: number) => (whole > 0 ? Math.min(1, Math.round((part / whole) * 1e4) / 1e4) : 0)
