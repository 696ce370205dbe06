import type { Title } from '../../../kernel/forms/definition.ts'

/**
 * A kind of photo that evidence asks for. `min`, `max`: how many of it for each patch; `maxDistance`: m from the patch; `corners`: so many
 * for each corner that turns inward, instead of `min` where there are any; `interior`: taken inside, so that place and direction say nothing.
 */
export type PhotoKind = {
  code: string
  title: Title
  min: number
  max?: number
  needAzimuth?: boolean
  maxDistance?: number
  corners?: number
  interior?: boolean
}

/** What patches of some land classes (beginnings of 三调 codes) are asked beyond the rest: other numbers, or kinds of their own. */
export type ClassRule = { classes: string[]; title: Title; kinds: PhotoKind[] }

/** `seen`: share of the border that has to be in some photo; `gap`: widest angle without a photo, degrees; 0 and 360 ask for nothing. */
export type Coverage = { seen: number; gap: number }

/**
 * 举证模板 of a business: which photos, by kind and land class, how all around, and with which form. No public text gives the ministry's
 * numbers, so they are data that the bureau changes. `kinds` of a class rule go before those of the same code here.
 */
export type EvidenceTemplate = {
  business: string
  version: number
  title: Title
  /** the form a case found in the field begins with */
  form: string
  kinds: PhotoKind[]
  classRules: ClassRule[]
  coverage: Coverage
  /** whether a patch has to have a land class before it is handed in */
  needsClass: boolean
}

/** The kinds asked of one patch, in the order of the template; those that only a rule knows come last. */
export function kindsFor(
  { kinds, classRules }: Pick<EvidenceTemplate, 'kinds' | 'classRules'>,
  DLBM: string | null,
): PhotoKind[] {
  // biome-ignore format: one line
  const rules = classRules.filter(({ classes }) => DLBM !== null && classes.some((start) => DLBM.startsWith(start)))
  const own = new Map(rules.flatMap(({ kinds }) => kinds.map((kind) => [kind.code, kind] as const)))
  const known = new Set(kinds.map(({ code }) => code))
  return [
    ...kinds.map((kind) => own.get(kind.code) ?? kind),
    ...[...own.values()].filter(({ code }) => !known.has(code)),
  ]
}

/** How many of a kind a patch with so many inward corners is asked for. */
export const wantedOf = ({ min, corners }: PhotoKind, inwardCorners: number): number =>
  corners === undefined ? min : Math.max(min, corners * Math.min(inwardCorners, MOST_CORNERS))

/** A coast line has hundreds; nobody photographs each. */
const MOST_CORNERS = 4
