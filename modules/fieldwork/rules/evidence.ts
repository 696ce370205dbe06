import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'
import { type EvidenceLimits, usualLimits } from '../../../kernel/quality/rules/evidence/evidence.ts'
import { degreesOff, distanceTo } from '../../../kernel/quality/rules/evidence/sight.ts'

export type Sight = { distance: number; degreesOff: number | null; near: boolean; facing: boolean | null }

/** How a camera stands to a range (metres, EPSG:4524; azimuth from north): the phone says so before the shutter. */
export function sightOf(
  range: MultiPolygon,
  position: Position,
  azimuth: number | null,
  { distance: most, angle }: EvidenceLimits = usualLimits,
): Sight {
  const distance = Math.round(distanceTo(range, position) * 10) / 10
  const off = azimuth === null ? null : Math.round(degreesOff(range, position, azimuth) * 10) / 10
  return { distance, degreesOff: off, near: distance <= most, facing: off === null ? null : off <= angle }
}
