import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import type { QuarterOfClues } from './clues.ts'
import { boxOf } from './ground.ts'
import { inside } from './shapes.ts'

/** Land that looks different at the later date: polygons in EPSG:4524 with the class they show. */
export type ChangedLand = { dlbm: string; geometry: MultiPolygon }

/** What changed on the ground in a quarter: every clue that lies where it says (those too broken to lie anywhere left out). */
export function changedLand({ clues, truth }: QuarterOfClues): ChangedLand[] {
  return clues.flatMap(({ geometry }, i): ChangedLand[] => {
    const { broken, expectedNewClass } = truth[i]!
    const lost = geometry === null || broken === 'degrees' || broken === 'outside-county'
    return lost ? [] : [{ dlbm: expectedNewClass, geometry }]
  })
}

/** The overlay as a question: the new class at a ground position, undefined where nothing changed. */
export function changed(land: readonly ChangedLand[]): (x: number, y: number) => string | undefined {
  const parts = land.flatMap(({ dlbm, geometry }) =>
    geometry.map((polygon) => ({ dlbm, ring: polygon[0]!, box: boxOf(polygon) })),
  )
  return (x, y) =>
    parts.find(({ ring, box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && inside(ring, x, y))?.dlbm
}
