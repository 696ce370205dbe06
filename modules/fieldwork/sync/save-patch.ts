import { sql } from 'kysely'
import { json } from '../../../kernel/db/database.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { invalid, Refusal, refuseIf } from '../../../kernel/problems/problem.ts'
import { classProblem, outsideRange, type Patch, soundOutline } from '../rules/check-patches.ts'
import { areaToDegrees, areaToPlane } from '../rules/plane.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying } from './applying.ts'
import { patchesOf } from './field-work.ts'
import { ownTask, rangeOf } from './standing.ts'

/**
 * Keeps a patch as drawn in the field. What the payload leaves out stays as it was. A patch that somebody has changed
 * since `baseRevision` is not overwritten: both versions are kept and told.
 */
export async function savePatch({ context, operation }: Applying, payload: PayloadOf<'patch.save'>) {
  const { trx, person, now } = context
  const task = await ownTask(context, operation.taskId)
  const known = (await patchesOf(trx, task.case_id, true)).find(({ id }) => id === payload.patchId)
  const revision = known?.revision ?? 0
  if (operation.baseRevision !== undefined && operation.baseRevision !== null && operation.baseRevision !== revision) {
    const current = known && { ...known, geometry: areaToDegrees(known.geometry) }
    return {
      status: 'conflict' as const,
      revision,
      current,
      problem: { code: 'fieldwork.patch.changed-meanwhile', status: 409, params: { revision } },
    }
  }
  const patch = mergedPatch(payload, known)
  const range = await rangeOf(trx, task.case_id)
  if (payload.removed !== true) refuseIf(classProblem(patch) ?? outsideRange(patch.id, patch.geometry, range))
  await sql`insert into field_patch (case_id, id, revision, geom, class, attributes, note, removed, saved_by, saved_at, operation)
    values (${task.case_id}, ${patch.id}, ${revision + 1}, ${toHex(patch.geometry, 4524)}::geometry, ${patch.DLBM}, ${json(patch.attributes)},
      ${payload.note ?? known?.note ?? null}, ${payload.removed ?? false}, ${person.id}, ${now}, ${operation.id})
    on conflict (case_id, id) do update set revision = excluded.revision, geom = excluded.geom, class = excluded.class,
      attributes = excluded.attributes, note = excluded.note, removed = excluded.removed, saved_by = excluded.saved_by,
      saved_at = excluded.saved_at, operation = excluded.operation`.execute(trx)
  return { status: 'applied' as const, revision: revision + 1 }
}

function mergedPatch(payload: PayloadOf<'patch.save'>, known: Patch | undefined): Patch {
  return {
    id: payload.patchId,
    DLBM: payload.DLBM === undefined ? (known?.DLBM ?? null) : payload.DLBM,
    attributes: { ...known?.attributes, ...payload.attributes },
    geometry: payload.geometry
      ? outlineOf(payload.geometry as MultiPolygon)
      : (known?.geometry ?? missing(payload.patchId)),
  }
}

function outlineOf(drawn: MultiPolygon): MultiPolygon {
  const outline = soundOutline(areaToPlane(drawn))
  if ('problem' in outline) throw new Refusal(outline.problem)
  return outline.geometry
}

function missing(patch: string): never {
  throw new Refusal(invalid('fieldwork.patch.no-geometry', { patch }))
}
