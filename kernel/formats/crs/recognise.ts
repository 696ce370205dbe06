import type { Box } from '../../geometry/types.ts'
import { type CoordinateSystem, zoneEpsg } from './systems.ts'

/**
 * What coordinates look like by themselves. `zoned`: easting with the zone number in front; `plain`: easting around
 * 500 km without it. `swapped`: northing (latitude) came first.
 */
export type Reading =
  | { kind: 'degrees'; inChina: boolean; swapped: boolean }
  | { kind: 'zoned'; zone: number; width: 3 | 6; swapped: boolean }
  | { kind: 'plain'; swapped: boolean }
  | { kind: 'unclear' }

const within = (min: number, max: number, low: number, high: number) => min >= low && max <= high

/** Land and sea of China with room to spare: 70–140°E, 0–60°N; northings 0.2–6.2 Mm; eastings 100–900 km in a zone. */
const isNorthing = (min: number, max: number) => within(min, max, 200_000, 6_200_000)
const isPlainEasting = (min: number, max: number) => within(min, max, 100_000, 900_000)

function zoneOf(min: number, max: number): { zone: number; width: 3 | 6 } | undefined {
  const zone = Math.floor(min / 1e6)
  if (!isPlainEasting(min - zone * 1e6, max - zone * 1e6)) return undefined
  const width = zone >= 25 ? 3 : 6
  return zoneEpsg(width, zone, true) ? { zone, width } : undefined
}

function readDegrees([minX, minY, maxX, maxY]: Box): Reading | undefined {
  if (within(minX, maxX, 70, 140) && within(minY, maxY, 0, 60))
    return { kind: 'degrees', inChina: true, swapped: false }
  if (within(minY, maxY, 70, 140) && within(minX, maxX, 0, 60)) return { kind: 'degrees', inChina: true, swapped: true }
  if (within(minX, maxX, -180, 180) && within(minY, maxY, -90, 90))
    return { kind: 'degrees', inChina: false, swapped: false }
  return undefined
}

export function readBox(box: Box): Reading {
  const degrees = readDegrees(box)
  if (degrees) return degrees
  const [minX, minY, maxX, maxY] = box
  const zoned = zoneOf(minX, maxX)
  if (zoned && isNorthing(minY, maxY)) return { kind: 'zoned', ...zoned, swapped: false }
  const zonedSwapped = zoneOf(minY, maxY)
  if (zonedSwapped && isNorthing(minX, maxX)) return { kind: 'zoned', ...zonedSwapped, swapped: true }
  if (isPlainEasting(minX, maxX) && isNorthing(minY, maxY)) return { kind: 'plain', swapped: false }
  if (isPlainEasting(minY, maxY) && isNorthing(minX, maxX)) return { kind: 'plain', swapped: true }
  return { kind: 'unclear' }
}

/** Rows of one delivery agree when these are equal; swapped axes are repaired row by row. */
export function readingKey(reading: Reading): string {
  return reading.kind === 'zoned' ? `zoned ${reading.zone}` : reading.kind
}

/** What coordinates in this system look like; undefined where nothing can be said (Web Mercator). */
export function expectedKey(system: CoordinateSystem): string | undefined {
  if (system.kind === 'geographic') return 'degrees'
  if (system.kind === 'web-mercator') return undefined
  return system.prefixed ? `zoned ${system.zone}` : 'plain'
}

/**
 * The system coordinates name by themselves. Zones 13 and 14 of 6° look like Web Mercator metres of eastern China, so
 * there only a stated system helps; eastings without a zone number never tell their zone.
 */
export function recogniseSystem(reading: Reading): number | undefined {
  if (reading.kind === 'degrees') return reading.inChina ? 4490 : undefined
  if (reading.kind !== 'zoned' || reading.zone <= 14) return undefined
  return zoneEpsg(reading.width, reading.zone, true)
}
