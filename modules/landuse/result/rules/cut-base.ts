import { overlayFaces } from '../../../../kernel/geometry/arrangement/overlay-faces.ts'
import { ellipsoidalArea } from '../../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { levelAreas } from '../../../../kernel/geometry/measures/level-areas.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { zoneOfEpsg } from '../../../../kernel/geometry/projection/gauss-kruger.ts'
import { invalid, type Problem } from '../../../../kernel/problems/problem.ts'
import type { BasePatch, Piece, SurveyedPatch } from './patches.ts'

const zone = zoneOfEpsg(4524)!

/** m²: less than this is the rounding of two surveys of one border, not an overlap or land outside the base map. */
const TOLERANCE = 0.5

type Input = { base: number } | { survey: number }
type Cut = { pieces: Piece[]; problems: Problem[] }

/**
 * Cuts base patches along surveyed ones: all on one grid, so that pieces share their vertices. Areas of the pieces of a
 * base patch add up to its TBMJ (调平). Surveyed patches may not overlap each other nor leave the base map. Base patches
 * that no surveyed one meets have no pieces.
 */
export function cutBase(base: readonly BasePatch[], surveyed: readonly SurveyedPatch[]): Cut {
  const inputs = [
    ...base.map(({ geometry }, i) => ({ id: { base: i } as Input, geometry })),
    ...surveyed.map(({ geometry }, i) => ({ id: { survey: i } as Input, geometry })),
  ]
  const problems: Problem[] = []
  const pieces: Piece[] = []
  for (const { geometry, inputs: covering } of overlayFaces(inputs)) {
    const bases = covering.flatMap((input) => ('base' in input ? input.base : []))
    const surveys = covering.flatMap((input) => ('survey' in input ? input.survey : []))
    const area = planarArea(geometry)
    if (surveys.length > 1 && area > TOLERANCE) problems.push(overlap(surveyed, surveys, area))
    if (bases.length === 0 && area > TOLERANCE) problems.push(outside(surveyed[surveys[0]!]!, area))
    if (bases.length === 0) continue
    for (const polygon of geometry) pieces.push({ base: bases[0]!, survey: surveys[0], geometry: [polygon], area: 0 })
  }
  const cut = new Set(pieces.flatMap((piece) => (piece.survey === undefined ? [] : piece.base)))
  const own = pieces.filter((piece) => cut.has(piece.base))
  levelPieces(base, own)
  return { pieces: own, problems }
}

function overlap(surveyed: readonly SurveyedPatch[], [a, b]: number[], area: number): Problem {
  const [first, second] = [surveyed[a!]!, surveyed[b!]!]
  return invalid('landuse.result.draft.patches-overlap', {
    ...{ first: first.id, second: second.id, firstCase: first.caseId, secondCase: second.caseId },
    area: Math.round(area * 100) / 100,
  })
}

const outside = ({ id, caseId }: SurveyedPatch, area: number): Problem =>
  invalid('landuse.result.draft.outside-base', { patch: id, caseId, area: Math.round(area * 100) / 100 })

/** Patches of less than a square metre are left out of levelling: taking a cent from them could make them negative. */
function levelPieces(base: readonly BasePatch[], pieces: Piece[]): void {
  for (const [index, own] of Map.groupBy(pieces, (piece) => piece.base)) {
    for (const piece of own) piece.area = ellipsoidalArea(piece.geometry, zone)
    const control = Number(base[index]!.attributes.TBMJ)
    const large = own.some(({ area }) => area >= 1) ? own.filter(({ area }) => area >= 1) : own
    const rest = own.filter((piece) => !large.includes(piece)).reduce((sum, { area }) => sum + area, 0)
    const levelled = levelAreas(
      large.map(({ area }) => area),
      Math.round((control - rest) * 100) / 100,
    )
    large.forEach((piece, i) => {
      piece.area = levelled[i]!
    })
  }
}
