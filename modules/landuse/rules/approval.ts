import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { ApprovalFinding, ChangeKind, Standing } from '../schema.ts'

/** What of an approval's attributes decides; dates YYYY-MM-DD. */
export type ApprovalTerms = {
  layer: string
  decidedOn: string | null
  validUntil: string | null
  /** ZT, code table pwzt: 2 withdrawn, 4 in progress */
  state: string | null
}

/** A feature of an approval layer, with its national attributes. */
export type NamedApproval = {
  layer: string
  id: number
  version: number
  attributes: Record<string, string | number | null>
  geometry: MultiPolygon
}

export type FoundApproval = { finding: ApprovalFinding; geometry: MultiPolygon }

/** Which changes an approval of a layer can permit. */
const permits: Record<string, readonly ChangeKind[]> = {
  NZYPW: ['building', 'earthwork', 'temporary', 'unknown'],
  GDXM: ['building', 'earthwork', 'temporary', 'unknown'],
  SSNYDBA: ['facility', 'earthwork', 'unknown'],
  LSYD: ['temporary', 'building', 'earthwork', 'unknown'],
}

/** Less than this share of a clue under an approval is a border drawn twice, not an approval of the clue. */
const LEAST_SHARE = 0.01

/**
 * How an approval stands to what was found on a day. Land taken for the State (ZDPW) is not by itself permission to
 * build, and an enforcement case (ZFAJ) never is. Without a day of finding nothing can be held against the dates.
 */
export function standingOf(approval: ApprovalTerms, kind: ChangeKind, foundOn: string | null): Standing {
  if (approval.layer === 'ZFAJ') return 'enforcement'
  if (approval.state === '2') return 'expired'
  if (foundOn && approval.validUntil && approval.validUntil < foundOn) return 'expired'
  if (approval.layer === 'GLFW') return 'managed'
  if (approval.state === '4' || (foundOn && approval.decidedOn && approval.decidedOn > foundOn)) return 'later'
  return permits[approval.layer]?.includes(kind) ? 'valid' : 'other-use'
}

type Clue = { change_kind: ChangeKind; found_on: string | null; area_planar: number }

/** The approvals under a clue, largest first, each with its standing. `area`: planar m² in common. */
export function findApprovals(under: (NamedApproval & { area: number })[], clue: Clue): FoundApproval[] {
  return under
    .filter(({ area }) => area >= LEAST_SHARE * clue.area_planar)
    .sort((a, b) => b.area - a.area || a.id - b.id)
    .map((approval) => ({ finding: findingOf(approval, clue), geometry: approval.geometry }))
}

function findingOf(
  { layer, id, version, attributes, area }: NamedApproval & { area: number },
  clue: Clue,
): ApprovalFinding {
  const text = (name: string) =>
    attributes[name] === null || attributes[name] === undefined ? null : String(attributes[name])
  const [decidedOn, validUntil] = [text('PZRQ'), text('YXQZ')]
  return {
    layer,
    id,
    version,
    number: text('PZWH') ?? '',
    project: text('XMMC') ?? '',
    holder: text('SYDW') ?? '',
    decidedOn,
    validUntil,
    use: text('PZYT'),
    standing: standingOf({ layer, decidedOn, validUntil, state: text('ZT') }, clue.change_kind, clue.found_on),
    area: Math.round(area * 100) / 100,
    share: Math.min(1, Math.round((area / clue.area_planar) * 1e6) / 1e6),
  }
}

/**
 * Whether an approval takes its ground out of the ranges to be dealt with. A managed extent that only repeats an approval
 * (same number) is as good as that approval is for this clue.
 */
export function settles({ finding }: FoundApproval, all: readonly FoundApproval[]): boolean {
  if (finding.standing === 'valid') return true
  if (finding.standing !== 'managed') return false
  const repeated = all.filter(
    (other) => other.finding.layer !== 'GLFW' && other.finding.number === finding.number && finding.number !== '',
  )
  return repeated.length === 0 || repeated.some((other) => other.finding.standing === 'valid')
}
