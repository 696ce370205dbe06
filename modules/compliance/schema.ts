import { Type } from '@sinclair/typebox'

export const Id = Type.String({ format: 'uuid' })

/** Worst last. `attention`: allowed only with something more, named by the rule. */
export const conclusions = ['clear', 'attention', 'conflict'] as const
export type Conclusion = (typeof conclusions)[number]

export const sources = ['drawn', 'file', 'case'] as const
export type Source = (typeof sources)[number]

/** Both legal areas, m². */
export type BothAreas = { ellipsoidal: number; planar: number }

/** What one rule says: how much of the land it concerns, as a share of the planar area, and what follows. */
export type Verdict = BothAreas & { rule: string; share: number; conclusion: Conclusion }

/** A row of the area tables: so much under these values of a layer; `covered` false: what the layer leaves free. */
export type AreaLine = BothAreas & { layer: string; covered: boolean; key: Record<string, string | number | null> }

export type ApprovalLine = BothAreas & {
  layer: string
  feature: number
  number: string
  project: string
  holder: string
  decidedOn: string | null
  validUntil: string | null
  /** in force on the day of the report */
  valid: boolean
}

/** Something said while the land was read: a repair, a row left out. */
export type Note = { code: string; params?: Record<string, string | number>; row?: number }
