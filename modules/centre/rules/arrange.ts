import { invalid, type Problem } from '../../../kernel/problems/problem.ts'

/** Cards are put once each, and only of businesses there are. */
export function arrangeProblem(
  cards: readonly { business: string }[],
  businesses: ReadonlySet<string>,
): Problem | undefined {
  const names = cards.map(({ business }) => business)
  const strange = names.find((name) => !businesses.has(name))
  if (strange !== undefined) return invalid('centre.business.arrange.unknown', { business: strange })
  const twice = names.find((name, k) => names.indexOf(name) !== k)
  return twice === undefined ? undefined : invalid('centre.business.arrange.twice', { business: `business.${twice}` })
}
