import { invalid, type Problem } from '../../../kernel/problems/problem.ts'
import { isPersonal } from './exclusive-roles.ts'

/** A role as the program or somebody on the page made it. */
export type KnownRole = { code: string; verbs: string[]; isMade: boolean }

/**
 * 三员分立: what only one of the three administrators may do is not put into a role made on the page, so that no such role can bring
 * two of them together.
 */
export function refuseAdministrative(verbs: readonly string[], roles: readonly KnownRole[]): Problem | undefined {
  const builtIn = roles.filter(({ isMade }) => !isMade)
  const everybodys = builtIn.filter(({ code }) => !isPersonal(code)).flatMap((role) => role.verbs)
  const kept = builtIn
    .filter(({ code }) => isPersonal(code))
    .flatMap((role) => role.verbs)
    .filter((verb) => !everybodys.some((pattern) => covers(pattern, verb)))
  const wrong = verbs.find((verb) => kept.some((one) => covers(verb, one) || covers(one, verb)))
  return wrong === undefined ? undefined : invalid('administration.role.save.kept-apart', { verb: wrong })
}

/** «landuse.*» covers «landuse.clue.*» and «landuse.clue.list». */
const covers = (pattern: string, verb: string): boolean =>
  pattern === verb || (pattern.endsWith('*') && verb.startsWith(pattern.slice(0, -1)))

/** The functions a role can be put together of: those the roles of the program have, but the administrators'. */
export function functionsToGive(roles: readonly KnownRole[]): string[] {
  const all = roles.filter(({ code, isMade }) => !isMade && !isPersonal(code)).flatMap(({ verbs }) => verbs)
  return [...new Set(all)].sort()
}
