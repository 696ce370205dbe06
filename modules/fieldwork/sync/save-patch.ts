import { sql } from 'kysely'
import { json } from '../../../kernel/db/database.ts'
import { later } from '../../../kernel/db/packets.ts'
import { PREPARED } from '../../../kernel/db/statement-names.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { invalid, Refusal, refuseIf } from '../../../kernel/problems/problem.ts'
import { classProblem, outsideRange, soundOutline } from '../rules/check-patches.ts'
import { geometryHash } from '../rules/geometry-hash.ts'
import { mergeFields } from '../rules/merge-fields.ts'
import { type FlatPatch, flatBase, flatKnown, flatSent, type KnownPatch } from '../rules/patch-fields.ts'
import { areaToDegrees, areaToPlane } from '../rules/plane.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying, KnownWork } from './applying.ts'
import type { FieldPatch } from './field-work.ts'
import { knownWork } from './known-work.ts'
import { taskToWorkOn } from './standing.ts'

/**
 * Keeps a patch as drawn in the field. What the payload leaves out stays as it was. What others have changed since
 * `baseRevision` stays too; where both have changed one field, or the outline, nothing is done and both versions are told.
 */
export async function savePatch(applying: Applying, payload: PayloadOf<'patch.save'>) {
  const { baseRevision } = applying.operation
  const task = await taskToWorkOn(applying)
  const work = await knownWork(applying, task.case_id)
  const known = work.patches.get(payload.patchId)
  const revision = known?.revision ?? 0
  const isMoved = baseRevision != null && baseRevision !== revision
  const sent = flatSent(payload)
  const merged = isMoved && known ? mergeFields(sent, flatBase(payload.base), theirsOf(known, payload)) : undefined
  // To remove what somebody has changed, or to change what somebody has removed, is for a person to decide.
  if (merged && sent.removed !== known?.removed) merged.conflicts.push('removed')
  if (isMoved && (!payload.base || !merged || merged.conflicts.length > 0)) {
    const current = known && { ...known, geometry: areaToDegrees(known.geometry) }
    const problem = { code: 'fieldwork.patch.changed-meanwhile', status: 409, params: { revision } }
    return { status: 'conflict' as const, revision, current, problem, conflicts: merged?.conflicts ?? [] }
  }
  await keepPatch(applying, { caseId: task.case_id, work, payload, known, values: merged?.values ?? sent })
  return { status: 'applied' as const, revision: revision + 1, ...(isMoved && { merged: true as const }) }
}

/** What is there now. The outline goes by the name the device gave it, where it is the one that was drawn. */
const theirsOf = (known: FieldPatch, { base }: PayloadOf<'patch.save'>): FlatPatch => {
  const outline = known.drawnHash === base?.outline ? known.drawnHash : geometryHash(areaToDegrees(known.geometry))
  return flatKnown(known as KnownPatch, outline ?? '')
}

type Keeping = {
  caseId: string
  work: KnownWork
  payload: PayloadOf<'patch.save'>
  known: FieldPatch | undefined
  values: FlatPatch
}

async function keepPatch({ context, operation }: Applying, keeping: Keeping) {
  const { trx, person, now } = context
  const { caseId, work } = keeping
  const patch = changedPatch(keeping, now)
  const write = sql`${PREPARED} insert into field_patch (case_id, id, revision, geom, class, attributes, note, removed, saved_by, saved_at, operation, drawn_hash)
    values (${caseId}, ${patch.id}, ${patch.revision}, ${toHex(patch.geometry, 4524)}::geometry, ${patch.DLBM},
      ${json(patch.attributes)}, ${patch.note}, ${patch.removed}, ${person.id}, ${now}, ${operation.id}, ${patch.drawnHash})
    on conflict (case_id, id) do update set revision = excluded.revision, geom = excluded.geom, class = excluded.class,
      attributes = excluded.attributes, note = excluded.note, removed = excluded.removed, saved_by = excluded.saved_by,
      saved_at = excluded.saved_at, operation = excluded.operation, drawn_hash = excluded.drawn_hash`
  await later(trx, write)
  work.patches.set(patch.id, patch)
}

/** The patch as it is to be; refused where it may not be so. */
function changedPatch({ work, payload, known, values }: Keeping, savedAt: Date): FieldPatch {
  const attributes = { ...known?.attributes }
  for (const [name, value] of Object.entries(values))
    if (name.startsWith('attributes.')) attributes[name.slice(11)] = value as string | number | null
  // Drawn here, unless others have changed the outline and this act only repeats what it began with.
  const isDrawn = payload.geometry !== undefined && values.outline === geometryHash(payload.geometry as MultiPolygon)
  const patch = {
    ...{ id: payload.patchId, attributes },
    DLBM: (values.DLBM === undefined ? (known?.DLBM ?? null) : values.DLBM) as string | null,
    geometry: isDrawn ? outlineOf(payload.geometry as MultiPolygon) : (known?.geometry ?? missing(payload.patchId)),
  }
  const removed = Boolean(values.removed ?? known?.removed ?? false)
  const note = (values.note === undefined ? (known?.note ?? null) : values.note) as string | null
  // An outline that was judged when it was drawn is not judged again for a word about it.
  const isNew = isDrawn || known?.removed
  if (!removed)
    refuseIf(classProblem(patch) ?? (isNew ? outsideRange(patch.id, patch.geometry, work.range) : undefined))
  const drawnHash = isDrawn ? String(values.outline) : (known?.drawnHash ?? null)
  return { ...patch, note, removed, savedAt, drawnHash, revision: (known?.revision ?? 0) + 1 }
}

function outlineOf(drawn: MultiPolygon): MultiPolygon {
  const outline = soundOutline(areaToPlane(drawn))
  if ('problem' in outline) throw new Refusal(outline.problem)
  return outline.geometry
}

function missing(patch: string): never {
  throw new Refusal(invalid('fieldwork.patch.no-geometry', { patch }))
}
