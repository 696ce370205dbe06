import { ellipsoidalArea } from '../../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { zoneOfEpsg } from '../../../../kernel/geometry/projection/gauss-kruger.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { outlineOf, patchesOf } from '../../map/drawing/task-patches.ts'
import type { KeptPatch } from '../../store/field-database.ts'
import { newId } from '../../store/new-id.ts'
import type { TaskWork } from '../../store/use-task-work.ts'

/** A patch of a task with its outline, in degrees and in metres (EPSG:4524). `number` from 1, in the order of their making. */
export type Ground = { patch: KeptPatch; number: number; degrees: MultiPolygon; plane: MultiPolygon }

export const groundsOf = (work: TaskWork): Ground[] =>
  patchesOf(work).map((patch, k) => {
    const degrees = outlineOf(work, patch)
    return { patch, number: k + 1, degrees, plane: areaToPlane(degrees) }
  })

/** A patch over the whole range, where nobody has drawn one. */
export const patchOfRange = ({ task }: TaskWork): KeptPatch => ({
  ...{ id: newId(), taskId: task.id, DLBM: null, note: '', revision: 0, isDraft: true },
})

const zone = zoneOfEpsg(4524)!

/** Ellipsoidal m², as land survey counts. */
export const areaOf = ({ plane }: Pick<Ground, 'plane'>): number => ellipsoidalArea(plane, zone)
