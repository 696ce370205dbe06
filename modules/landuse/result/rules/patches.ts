import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { Borders } from './shared-borders.ts'

export type Attributes = Record<string, string | number | null>

/** A current patch of the base map (DLTB); EPSG:4524, metres. */
export type BasePatch = { id: number; version: number; attributes: Attributes; geometry: MultiPolygon }

/** What the survey found: class, and whatever else it says of the land (QSXZ, GDPDJB, KCXS …) by DLTB field name. */
export type SurveyedPatch = { id: string; caseId: string; DLBM: string; attributes: Attributes; geometry: MultiPolygon }

/** A connected part of one base patch, inside one surveyed patch or outside all. `area`: levelled, m². */
export type Piece = { base: number; survey: number | undefined; geometry: MultiPolygon; area: number }

/** Pieces that become one new patch. */
export type Group = { pieces: number[]; attributes: Attributes }

/** The state of a draft while pieces come together; `groupOf[piece]` names a group. */
export type Groups = {
  pieces: readonly Piece[]
  base: readonly BasePatch[]
  groups: Map<number, Group>
  groupOf: number[]
  borders: Borders
  /** by base patch: how many pieces it was cut into */
  cuts: Map<number, number>
}

/** Something the person who looks at the draft should know. */
export type ResultNote = { code: string; params: Record<string, string | number> }

export const dlbmOf = ({ attributes }: { attributes: Attributes }) => String(attributes.DLBM)

/** Same owner and same village: only within these may a small patch be merged. */
export const sameOwner = (a: Attributes, b: Attributes) =>
  a.QSXZ === b.QSXZ && a.QSDWDM === b.QSDWDM && a.ZLDWDM === b.ZLDWDM
