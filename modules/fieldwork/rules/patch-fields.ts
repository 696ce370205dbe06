import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { PayloadOf } from '../schema.ts'
import { geometryHash } from './geometry-hash.ts'

/** A patch as fields side by side: DLBM, note, removed, `attributes.<NAME>`, and `outline`, the hash of its geometry. */
export type FlatPatch = Record<string, unknown>
type Attributes = Record<string, string | number | null>
export type KnownPatch = { DLBM: string | null; note: string | null; removed: boolean; attributes: Attributes }

const flat = (attributes: Attributes = {}) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, value]))

/** A payload means: these fields. One that removes says so; all others mean that the patch is there. */
export function flatSent({ DLBM, note, removed, attributes, geometry }: PayloadOf<'patch.save'>): FlatPatch {
  return {
    ...(DLBM !== undefined && { DLBM }),
    ...(note !== undefined && { note }),
    ...flat(attributes),
    ...(geometry !== undefined && { outline: geometryHash(geometry as MultiPolygon) }),
    removed: removed ?? false,
  }
}

export function flatBase(base: PayloadOf<'patch.save'>['base']): FlatPatch {
  const { attributes, ...own } = base ?? {}
  return { ...own, ...flat(attributes), removed: own.removed ?? false }
}

export const flatKnown = ({ DLBM, note, removed, attributes }: KnownPatch, outline: string): FlatPatch => ({
  ...{ DLBM, note, removed, outline },
  ...flat(attributes),
})
