import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { areaToDegrees, areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import type { KeptPatch } from '../../store/field-database.ts'
import { fromServer, type PatchEdit, savePatch } from '../../store/patches.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import type { Shape, Sheet } from './rules/sheet.ts'

/** All patches of a task, as this phone last had them; those taken away are left out. They stand in the order they were made. */
export function patchesOf({ task, patches }: TaskWork): KeptPatch[] {
  const own = new Map(patches.map((patch) => [patch.id, patch]))
  const known = (task.package?.patches ?? [])
    .filter(({ id }) => !own.has(id))
    .map((patch) => fromServer(task.id, patch))
  return [...known, ...own.values()].filter(({ removed }) => !removed).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The outline of a patch in degrees: as drawn; one without is the whole range. */
export const outlineOf = ({ task }: TaskWork, patch: KeptPatch): MultiPolygon => patch.geometry ?? task.package!.range

/** The patches as plots to draw on, inside the task's range. */
export function sheetOf(work: TaskWork): Sheet {
  const shapes = patchesOf(work).map(
    (patch): Shape => ({ id: patch.id, geometry: areaToPlane(outlineOf(work, patch)) }),
  )
  return { shapes, range: areaToPlane(work.task.package!.range) }
}

/** What was drawn as acts to be sent: changed outlines, new patches (with class and note of the one they were cut from), those taken away. */
export async function saveDrawn(person: string, work: TaskWork, before: Sheet, drawn: Sheet): Promise<number> {
  const known = new Map(patchesOf(work).map((patch) => [patch.id, patch]))
  const unchanged = new Map(before.shapes.map(({ id, geometry }) => [id, JSON.stringify(geometry)]))
  const changed = drawn.shapes.filter(({ id, geometry }) => unchanged.get(id) !== JSON.stringify(geometry))
  for (const shape of changed) await savePatch(person, work, ...patchFrom(work.task.id, shape, known))
  const kept = new Set(drawn.shapes.map(({ id }) => id))
  const gone = [...known.values()].filter(({ id }) => !kept.has(id))
  for (const patch of gone) await savePatch(person, work, patch, { removed: true })
  return changed.length + gone.length
}

function patchFrom(
  taskId: string,
  { id, geometry, from }: Shape,
  known: ReadonlyMap<string, KeptPatch>,
): [KeptPatch, PatchEdit] {
  const edit = { geometry: areaToDegrees(geometry) }
  const own = known.get(id)
  if (own) return [own, edit]
  const { DLBM = null, note = '', attributes = {} } = known.get(from ?? '') ?? {}
  return [{ id, taskId, DLBM, note, attributes, revision: 0, isDraft: false }, edit]
}
