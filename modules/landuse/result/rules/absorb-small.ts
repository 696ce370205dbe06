import { perimeter } from '../../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { minimumAreaOf } from '../../../../kernel/quality/rules/area/minimum-area.ts'
import { isLinear, kinship, takesSmallPatches } from './class-rules.ts'
import { join, mergeAlike } from './merge-alike.ts'
import { dlbmOf, type Group, type Groups, type ResultNote, sameOwner } from './patches.ts'

/** m²: below is a sliver, an error of the survey database (rule 4601). */
const SLIVER = 10
/** m²: two surveys of one border leave slivers of rounding all along it; nobody wants to read of those. */
const WORTH_TELLING = 0.5
/** 狭长: 2 · perimeter ÷ area above this, 1/m; 4 is a strip of 1 m. */
const NARROW = 4

/**
 * 最小上图面积 and 碎面: what is too small to be mapped goes to its neighbour of the nearest class within the same owner
 * and village, smallest first; never into roads, railways or rivers of another class. A surveyed piece without such a
 * neighbour stays what the base map says. What can go nowhere is kept and told.
 */
export function absorbSmall(work: Groups): ResultNote[] {
  const notes: ResultNote[] = []
  const settled = new Set<number>()
  for (;;) {
    const small = smallest(work, settled)
    if (small === undefined) return notes
    const into = target(work, small)
    const goesBack = into === undefined && hasOwnRest(work, work.groups.get(small)!)
    if (areaOf(work, work.groups.get(small)!) >= WORTH_TELLING) notes.push(noteOf(work, small, into, goesBack))
    if (into !== undefined) join(work, into, small)
    else if (goesBack) giveBack(work, small)
    else settled.add(small)
  }
}

const areaOf = ({ pieces }: Groups, group: Group) => group.pieces.reduce((sum, piece) => sum + pieces[piece]!.area, 0)

function smallest(work: Groups, settled: Set<number>): number | undefined {
  let found: number | undefined
  let least = Infinity
  for (const [name, group] of work.groups) {
    const area = areaOf(work, group)
    if (settled.has(name) || area >= least || !isTooSmall(work, group, area)) continue
    found = name
    least = area
  }
  return found
}

/** A base patch that nobody cut is left as it is, however small. */
function isTooSmall(work: Groups, group: Group, area: number): boolean {
  const [first] = group.pieces
  const whole =
    group.pieces.length === 1 && work.pieces.filter(({ base }) => base === work.pieces[first!]!.base).length === 1
  if (whole && work.pieces[first!]!.survey === undefined) return false
  return area < minimumAreaOf(dlbmOf(group)) || (!isLinear(dlbmOf(group)) && isSliver(work, group, area))
}

function isSliver({ pieces }: Groups, group: Group, area: number): boolean {
  if (area < SLIVER) return true
  if (group.pieces.length > 1) return false
  const { geometry } = pieces[group.pieces[0]!]!
  return (2 * perimeter(geometry)) / planarArea(geometry) > NARROW
}

type Candidate = { name: number; group: Group; border: number; rank: number; sameBase: boolean }

function candidates(work: Groups, small: number): Candidate[] {
  const group = work.groups.get(small)!
  const borders = new Map<number, number>()
  for (const piece of group.pieces) {
    for (const [other, length] of work.borders.get(piece)!) {
      const name = work.groupOf[other]!
      if (name !== small) borders.set(name, (borders.get(name) ?? 0) + length)
    }
  }
  const bases = new Set(group.pieces.map((piece) => work.pieces[piece]!.base))
  return [...borders].map(([name, border]) => {
    const other = work.groups.get(name)!
    const sameBase = other.pieces.some((piece) => bases.has(work.pieces[piece]!.base))
    return { name, group: other, border, rank: kinship(dlbmOf(group), dlbmOf(other)), sameBase }
  })
}

/** By class first (same second level, first level, of the three classes), then by the longest common border. */
function target(work: Groups, small: number): number | undefined {
  const group = work.groups.get(small)!
  const sliver = isSliver(work, group, areaOf(work, group))
  const isSurveyed = group.pieces.some((piece) => work.pieces[piece]!.survey !== undefined)
  const fitting = candidates(work, small).filter(({ group: other, rank, sameBase }) => {
    if (rank < 4 && !takesSmallPatches(dlbmOf(other))) return false
    if (sameOwner(group.attributes, other.attributes)) return rank > 0 || (sliver && !isSurveyed)
    return sliver && sameBase && !isSurveyed
  })
  return best(fitting)
}

/** Whether of every base patch the group was cut from something is left that the survey did not touch. */
function hasOwnRest({ pieces }: Groups, group: Group): boolean {
  const isRest = (base: number) => pieces.some((piece) => piece.base === base && piece.survey === undefined)
  return (
    group.pieces.some((piece) => pieces[piece]!.survey !== undefined) &&
    group.pieces.every((piece) => isRest(pieces[piece]!.base))
  )
}

/** The pieces are again what the base map says of them, each for itself, and join what is left of their patch. */
function giveBack(work: Groups, small: number): void {
  const { pieces } = work.groups.get(small)!
  work.groups.delete(small)
  for (const piece of pieces) {
    const own = work.pieces[piece]!
    own.survey = undefined
    work.groupOf[piece] = piece
    work.groups.set(piece, { pieces: [piece], attributes: work.base[own.base]!.attributes })
  }
  mergeAlike(work)
}

const best = (found: Candidate[]) =>
  found.sort((a, b) => b.rank - a.rank || b.border - a.border || a.name - b.name)[0]?.name

function noteOf(work: Groups, small: number, into: number | undefined, goesBack: boolean): ResultNote {
  const group = work.groups.get(small)!
  const area = Math.round(areaOf(work, group) * 100) / 100
  const base = work.base[work.pieces[group.pieces[0]!]!.base]!
  const DLBM = dlbmOf(group)
  const params = { TBBH: String(base.attributes.TBBH ?? ''), feature: base.id, DLBM, area }
  if (into !== undefined)
    return { code: 'landuse.result.note.merged', params: { ...params, into: dlbmOf(work.groups.get(into)!) } }
  const code = goesBack ? 'landuse.result.note.given-back' : 'landuse.result.note.too-small'
  return { code, params: { ...params, minimum: minimumAreaOf(DLBM) } }
}
