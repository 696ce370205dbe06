/** What a role lets a person do, where, and in which business. */
export type Right = {
  role: string
  /** verbs, or patterns that end in `*`: «landuse.*» */
  verbs: string[]
  /** organisation id the right is limited to; null: any */
  organisation: string | null
  /** area code prefix; '' is everywhere */
  area: string
  /** '*' is every business */
  business: string
  /** names of the layers it reaches; left out: every one */
  layers?: string[]
  /** codes of the services it reaches; left out: every one */
  services?: string[]
  /** 代: lent for a time by somebody who is away */
  standInFor?: { id: string; name: string }
}

export type Person = {
  id: string
  login: string
  name: string
  organisation: { id: string; code: string; name: string }
  rights: Right[]
  /** addresses and networks the account is bound to; left out: from anywhere */
  networks?: string[]
  /** services they cannot use now */
  closed?: ClosedService[]
}

/** A service (服务) that is stopped for everybody, with the reason, or refused to this person. */
export type ClosedService = {
  service: string
  title: { zh: string; en: string }
  verbs: string[]
  why: 'stopped' | 'refused'
  reason: string | null
}

/** Where an act falls; what is left out is not limited by it. Of several organisations a right in any of them will do. */
export type Scope = {
  area?: string
  organisation?: string | string[]
  business?: string
  layer?: string
  service?: string
}

/** The one decision on rights. Denied unless a right covers verb, area, organisation and business together. */
export function can(person: Person, verb: string, scope: Scope = {}): boolean {
  return rightsTo(person, verb).some((right) => coversScope(right, scope))
}

/** Area code prefixes where the person may use `verb`, of a business or on a layer: [''] is everywhere, [] nowhere. Nested ones are left out. */
export function areasFor(person: Person, verb: string, of: Pick<Scope, 'business' | 'layer'> = {}): string[] {
  const areas = rightsTo(person, verb)
    .filter((right) => coversScope(right, of))
    .map((right) => right.area)
  return [...new Set(areas)].filter((area, _, all) => !all.some((other) => other !== area && area.startsWith(other)))
}

/** Organisations (ids) for which the person may use `verb`; null is every one. */
export function organisationsFor(person: Person, verb: string): string[] | null {
  const limits = rightsTo(person, verb).map((right) => right.organisation)
  return limits.includes(null) ? null : [...new Set(limits as string[])]
}

/** The service that keeps the person from `verb` now, whatever their rights. */
export const closedFor = ({ closed = [] }: Person, verb: string): ClosedService | undefined =>
  closed.find(({ verbs }) => verbs.some((pattern) => matches(pattern, verb)))

/** What is stopped is still theirs: pages go on to offer it, and say why it is not done. */
const rightsTo = (person: Person, verb: string): Right[] =>
  closedFor(person, verb)?.why === 'refused' ? [] : person.rights.filter((right) => coversVerb(right, verb))

function coversScope(right: Right, scope: Scope): boolean {
  return (
    (scope.area === undefined || scope.area.startsWith(right.area)) &&
    (scope.organisation === undefined ||
      right.organisation === null ||
      [scope.organisation].flat().includes(right.organisation)) &&
    (scope.business === undefined || right.business === '*' || right.business === scope.business) &&
    (scope.layer === undefined || right.layers === undefined || right.layers.includes(scope.layer)) &&
    (scope.service === undefined || right.services === undefined || right.services.includes(scope.service))
  )
}

const coversVerb = (right: Right, verb: string) =>
  (right.standInFor === undefined || isLent(verb)) && right.verbs.some((pattern) => matches(pattern, verb))

/** A stand-in does the other's cases; they neither run the system nor draw its processes, nor lend the rights on. */
const KEPT = ['administration.', 'jobs.', 'processes.', 'forms.', 'casework.delegation.']

const isLent = (verb: string): boolean => !KEPT.some((kept) => verb.startsWith(kept))

const matches = (pattern: string, verb: string) =>
  pattern.endsWith('*') ? verb.startsWith(pattern.slice(0, -1)) : verb === pattern
