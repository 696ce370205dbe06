import { fillGap } from '../../../../../kernel/geometry/coverage-fix/fill-gap.ts'
import { perimeter } from '../../../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../../../kernel/geometry/measures/planar-area.ts'
import type { MultiPolygon } from '../../../../../kernel/geometry/types.ts'
import { type Edited, gapsOf, type Sheet } from './sheet.ts'

/** Mean width, metres. */
const widthOf = (part: MultiPolygon) => (2 * planarArea(part)) / perimeter(part)

export const gapsIn = (sheet: Sheet): MultiPolygon[] => gapsOf(sheet, widthOf)

/** Gives every narrow gap to the plot with the longest border along it. */
export function fillGaps(sheet: Sheet): Edited {
  const geometries = sheet.shapes.map(({ geometry }) => geometry)
  const features = geometries.map((_, k) => k)
  let area = 0
  for (const gap of gapsIn(sheet)) {
    const fix = fillGap({ features, geometry: gap }, (feature) => geometries[feature]!)
    if (!fix) continue
    area += planarArea(gap)
    for (const [feature, geometry] of fix.changed) geometries[feature] = geometry
  }
  if (area === 0) return { refused: 'field.draw.no-gap' }
  const shapes = sheet.shapes.map((shape, k) => (geometries[k] === shape.geometry ? shape : { ...shape, geometry: geometries[k]! })) // biome-ignore format: one row
  return { sheet: { ...sheet, shapes }, told: { key: 'field.draw.filled', area } }
}
