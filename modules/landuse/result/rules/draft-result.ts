import { perimeter } from '../../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { roundHalfUp } from '../../../../kernel/geometry/measures/round-half-up.ts'
import { union } from '../../../../kernel/geometry/overlay/union.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { invalid, type Problem } from '../../../../kernel/problems/problem.ts'
import { absorbSmall } from './absorb-small.ts'
import { isLinear } from './class-rules.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import { cutBase } from './cut-base.ts'
import { insertVertices } from './insert-vertices.ts'
import { mergeAlike } from './merge-alike.ts'
import { surveyedAttributes } from './new-attributes.ts'
import {
  type Attributes,
  type BasePatch,
  dlbmOf,
  type Group,
  type Groups,
  type Piece,
  type ResultNote,
  type SurveyedPatch,
} from './patches.ts'
import { sharedBorders } from './shared-borders.ts'
import { type ProcessRow, updateProcess } from './update-process.ts'

type NewPatch = { attributes: Attributes; geometry: MultiPolygon; parents: number[] }

/** What becomes of the base map: patches that end, patches that begin, neighbours that gain vertices. Numbers are not yet given. */
export type ResultDraft = {
  retired: BasePatch[]
  created: NewPatch[]
  touched: { patch: BasePatch; geometry: MultiPolygon }[]
  process: ProcessRow[]
  notes: ResultNote[]
}

export type Numbering = (attributes: Attributes) => { BSM: string; TBBH: string }

/**
 * 成果生成: cuts surveyed patches into the base map. Recorded areas come out as they went in, patch by patch and to the
 * cent; neighbours keep their land. `base`: every current patch that meets a surveyed one or lies beside such a patch.
 */
export function draftResult(
  base: readonly BasePatch[],
  surveyed: readonly SurveyedPatch[],
  { year, changedOn, numbering }: Settings,
): ResultDraft | { problems: Problem[] } {
  const noArea = base.find(({ attributes }) => !(Number(attributes.TBMJ) > 0))
  if (noArea)
    return {
      problems: [invalid('landuse.result.draft.no-area', { feature: noArea.id, TBBH: String(noArea.attributes.TBBH) })],
    }
  const draft: ResultDraft = { retired: [], created: [], touched: [], process: [], notes: [] }
  const problems: Problem[] = []
  for (const cluster of clustersOf(base, surveyed))
    problems.push(...draftCluster(cluster, draft, { year, changedOn, numbering }))
  if (problems.length > 0) return { problems }
  draft.touched = touchedBy(base, draft.retired, draft.created)
  return draft
}

type Settings = { year: number; changedOn: string; numbering: Numbering }

/** Adds what becomes of patches that hang together; answers with what speaks against it. */
function draftCluster(
  { base, surveyed }: Cluster,
  draft: ResultDraft,
  { year, changedOn, numbering }: Settings,
): Problem[] {
  const { pieces, problems } = cutBase(base, surveyed)
  if (problems.length > 0) return problems
  const work = groupsOf(base, surveyed, pieces, year)
  mergeAlike(work)
  draft.notes.push(...absorbSmall(work))
  mergeAlike(work)
  const changed = changedBases(work)
  const groups = [...work.groups.values()].filter((group) =>
    group.pieces.some((piece) => changed.has(pieces[piece]!.base)),
  )
  const created = groups.map((group) => newPatch(work, group, numbering))
  const outcomes = groups.map(({ pieces: own }, i) => ({ attributes: created[i]!.attributes, pieces: own }))
  const first = draft.created.length
  draft.process.push(
    ...updateProcess(base, pieces, outcomes, changedOn).map((row) => ({ ...row, after: first + row.after })),
  )
  draft.created.push(...created)
  draft.retired.push(...base.filter((_, index) => changed.has(index)))
  return []
}

function groupsOf(
  base: readonly BasePatch[],
  surveyed: readonly SurveyedPatch[],
  pieces: Piece[],
  year: number,
): Groups {
  const attributes = ({ base: index, survey }: Piece) => {
    const own = base[index]!.attributes
    return survey === undefined ? own : surveyedAttributes(own, surveyed[survey]!, year)
  }
  const cuts = new Map<number, number>()
  for (const piece of pieces) cuts.set(piece.base, (cuts.get(piece.base) ?? 0) + 1)
  return {
    pieces,
    base,
    groups: new Map(pieces.map((piece, i) => [i, { pieces: [i], attributes: attributes(piece) }])),
    groupOf: pieces.map((_, i) => i),
    borders: sharedBorders(pieces.map(({ geometry }) => geometry)),
    cuts,
  }
}

/** Base patches of which any part has become something else, or has joined another's. */
function changedBases({ pieces, base, groups }: Groups): Set<number> {
  const changed = new Set<number>()
  for (const { pieces: own, attributes } of groups.values()) {
    const bases = [...new Set(own.map((piece) => pieces[piece]!.base))]
    const isAsBefore = bases.length === 1 && sameButYear(attributes, base[bases[0]!]!.attributes)
    if (!isAsBefore) for (const index of bases) changed.add(index)
  }
  return changed
}

const sameButYear = (a: Attributes, b: Attributes) =>
  Object.keys(b).every((name) => name === 'SJNF' || (a[name] ?? null) === (b[name] ?? null))

function newPatch({ pieces, base }: Groups, group: Group, numbering: Numbering): NewPatch {
  const own = group.pieces.map((piece) => pieces[piece]!)
  const geometry = own.length > 1 ? union(own.map((piece) => piece.geometry)) : own[0]!.geometry
  const TBMJ = roundHalfUp(
    own.reduce((sum, { area }) => sum + area, 0),
    2,
  )
  const KCMJ = roundHalfUp(TBMJ * Number(group.attributes.KCXS ?? 0), 2)
  const XZDWKD = isLinear(dlbmOf(group)) ? (group.attributes.XZDWKD ?? meanWidth(geometry)) : null
  const areas = { TBMJ, KCMJ, TBDLMJ: roundHalfUp(TBMJ - KCMJ, 2) }
  const parents = [...new Set(own.map((piece) => base[piece.base]!.id))].sort((a, b) => a - b)
  return { attributes: { ...group.attributes, XZDWKD, ...areas, ...numbering(group.attributes) }, geometry, parents }
}

/** Metres to 0.1. */
const meanWidth = (geometry: MultiPolygon) => roundHalfUp((2 * planarArea(geometry)) / perimeter(geometry), 1)

/** Neighbours on whose border a cut ends get its vertex too; their land and area stay what they were. */
function touchedBy(base: readonly BasePatch[], retired: readonly BasePatch[], created: readonly NewPatch[]) {
  const known = new Set(retired.flatMap(({ geometry }) => geometry.flat(2).map(String)))
  const fresh = new Map<string, Position>()
  for (const position of created.flatMap(({ geometry }) => geometry.flat(2))) {
    if (!known.has(String(position))) fresh.set(String(position), position)
  }
  const gone = new Set(retired)
  return base.flatMap((patch) => {
    const geometry = gone.has(patch) ? undefined : insertVertices(patch.geometry, [...fresh.values()])
    return geometry ? [{ patch, geometry }] : []
  })
}
