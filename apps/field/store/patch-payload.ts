import { geometryHash } from '../../../modules/fieldwork/rules/geometry-hash.ts'
import { isSame } from '../../../modules/fieldwork/rules/merge-fields.ts'
import type { PayloadOf } from '../../../modules/fieldwork/schema.ts'
import type { KeptPatch, PatchBase } from './field-database.ts'

type Payload = Omit<PayloadOf<'patch.save'>, 'patchId'>

/** What of a patch differs from its base, and what that was: a field nobody touched is nobody's change. Pure. */
export function changedFields(
  patch: Omit<KeptPatch, 'id' | 'taskId' | 'revision' | 'isDraft'>,
  base: PatchBase,
): Payload {
  const { DLBM, note, geometry, removed } = patch
  const attributes = Object.entries(patch.attributes ?? {}).filter(
    ([name, value]) => !isSame(value, base.attributes[name]),
  )
  const isNoteNew = note !== (base.note ?? '')
  const isDrawn = geometry !== undefined && geometryHash(geometry) !== base.outline
  return {
    ...(DLBM !== base.DLBM && { DLBM }),
    ...(isNoteNew && { note }),
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
    ...(isDrawn && { geometry }),
    ...(removed && { removed }),
    base: {
      ...(DLBM !== base.DLBM && { DLBM: base.DLBM }),
      ...(isNoteNew && { note: base.note }),
      ...(attributes.length > 0 && {
        attributes: Object.fromEntries(attributes.map(([name]) => [name, base.attributes[name] ?? null])),
      }),
      ...(isDrawn && { outline: base.outline }),
    },
  }
}
