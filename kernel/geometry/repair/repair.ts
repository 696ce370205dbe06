import { FARTHEST } from '../arrangement/grid.ts'
import { TooTangled } from '../arrangement/noder.ts'
import { directRings } from '../edit/direct-rings.ts'
import { planarArea, signedRingArea } from '../measures/planar-area.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { cleanRing, type RingRepair } from './clean-ring.ts'
import { type RingConflict, rebuildRings } from './rebuild-rings.ts'
import { selfContacts } from './self-contacts.ts'

/**
 * One thing put right. `measure` is the gap or length in metres (ring-closed, repeated-vertex, spike), the area in m²
 * (tiny-ring, ring-direction, hole-outside, overlapping-*), the change of area in m² (self-crossing, touching-rings),
 * or the number of parts (multipart, which is reported and kept).
 */
export type Repair = {
  kind:
    | RingRepair['kind']
    | RingConflict['kind']
    | 'tiny-ring'
    | 'ring-direction'
    | 'self-crossing'
    | 'touching-rings'
    | 'multipart'
  measure: number
  at: Position
}

export type RepairOutcome =
  | { geometry: MultiPolygon; repairs: Repair[]; areaBefore: number; areaAfter: number }
  | { rejected: 'empty' | 'not-finite' | 'too-far' | 'no-area' | 'too-tangled'; at?: Position }

/** Rings smaller than `tinyArea` (m², default 0.01: the last digit of a legal area) are taken away. */
export type RepairOptions = { tinyArea?: number }

/**
 * 图形预处理 of one feature in metres. A geometry that is valid comes back with its own coordinates (only closed, and
 * with outer rings counter-clockwise); one whose rings conflict is rebuilt on the 0.1 mm grid. The input is not
 * changed. `areaBefore` is the shoelace area as drawn.
 */
export function repairPolygon(geometry: MultiPolygon, { tinyArea = 0.01 }: RepairOptions = {}): RepairOutcome {
  const refusal = refuse(geometry)
  if (refusal) return refusal
  const repairs: Repair[] = []
  const cleaned = cleanRings(geometry, tinyArea, repairs)
  const crossing = cleaned.flat().flatMap((ring) => selfContacts(ring, 1))[0]
  const sound = crossing === undefined && cleaned.length === 1 && cleaned[0]!.length === 1
  try {
    const repaired = sound ? cleaned : resolveConflicts(cleaned, crossing, tinyArea, repairs)
    return conclude(geometry, repaired, repairs)
  } catch (error) {
    if (error instanceof TooTangled) return { rejected: 'too-tangled', at: crossing }
    throw error
  }
}

function conclude(drawn: MultiPolygon, repaired: MultiPolygon, repairs: Repair[]): RepairOutcome {
  const at = repaired[1]?.[0]?.[0]
  if (at) repairs.push({ kind: 'multipart', measure: repaired.length, at })
  const geometry = repaired.map(directRings)
  if (geometry.length === 0) return { rejected: 'no-area', at: drawn.flat(2)[0] }
  return { geometry, repairs, areaBefore: planarArea(drawn), areaAfter: planarArea(geometry) }
}

/** Input may come from any reader: nulls and holes in the structure are refused, not met half way through. */
export function refuse(geometry: MultiPolygon): Extract<RepairOutcome, { rejected: string }> | undefined {
  const isList = (value: unknown): value is unknown[] => Array.isArray(value)
  if (!isList(geometry) || !geometry.some((polygon) => isList(polygon) && polygon.some((ring) => ring?.length > 0))) {
    return { rejected: 'empty' }
  }
  let at: Position | undefined
  for (const ring of geometry.flatMap((polygon) => polygon ?? [null])) {
    if (!isList(ring)) return { rejected: 'not-finite', at }
    for (const position of ring) {
      if (!isList(position) || !Number.isFinite(position[0]) || !Number.isFinite(position[1])) {
        return { rejected: 'not-finite', at }
      }
      at = position
      if (Math.max(Math.abs(position[0]), Math.abs(position[1])) > FARTHEST) return { rejected: 'too-far', at }
    }
  }
  return undefined
}

function cleanRings(geometry: MultiPolygon, tinyArea: number, repairs: Repair[]): MultiPolygon {
  const cleaned = geometry.map((polygon) =>
    polygon.map((ring) => {
      const result = cleanRing(ring)
      for (const repair of result.repairs) repairs.push(repair)
      if (result.ring.length === 0 && ring[0]) repairs.push({ kind: 'tiny-ring', measure: 0, at: ring[0] })
      return result.ring
    }),
  )
  return dropTinyRings(cleaned, tinyArea, repairs)
}

/** A tiny hole is filled, a part whose outer ring is tiny goes with all its holes. A bow-tie's loops may cancel: kept. */
function dropTinyRings(geometry: MultiPolygon, tinyArea: number, repairs: Repair[]): MultiPolygon {
  const isTiny = (ring: Position[]) => Math.abs(signedRingArea(ring)) < tinyArea && selfContacts(ring, 1).length === 0
  const report = (ring: Position[]) => {
    if (ring[0]) repairs.push({ kind: 'tiny-ring', measure: Math.abs(signedRingArea(ring)), at: ring[0] })
  }
  return geometry.flatMap((polygon): MultiPolygon => {
    const [outer, ...holes] = polygon
    if (!outer || isTiny(outer)) {
      if (outer) report(outer)
      return []
    }
    holes.filter(isTiny).forEach(report)
    return [[outer, ...holes.filter((hole) => !isTiny(hole))]]
  })
}

function resolveConflicts(
  geometry: MultiPolygon,
  crossing: Position | undefined,
  tinyArea: number,
  repairs: Repair[],
): MultiPolygon {
  reportDirections(geometry, repairs)
  const rebuilt = rebuildRings(geometry)
  const asDrawn = planarArea(geometry)
  const change = Math.abs(planarArea(rebuilt.geometry) - asDrawn)
  if (crossing) repairs.push({ kind: 'self-crossing', measure: change, at: crossing })
  repairs.push(...rebuilt.conflicts)
  const sameRings =
    rebuilt.geometry.length === geometry.length && rebuilt.geometry.flat().length === geometry.flat().length
  if (!crossing && rebuilt.conflicts.length === 0) {
    if (sameRings) return geometry
    repairs.push({ kind: 'touching-rings', measure: change, at: geometry[0]![0]![0]! })
  }
  return dropTinyRings(rebuilt.geometry, tinyArea, repairs)
}

/** Which way rings run is a matter of format; a hole that runs the same way as its outer ring is an error in all. */
function reportDirections(geometry: MultiPolygon, repairs: Repair[]): void {
  for (const [outer, ...holes] of geometry) {
    const direction = Math.sign(signedRingArea(outer!))
    for (const hole of holes) {
      const area = signedRingArea(hole)
      if (Math.sign(area) === direction) repairs.push({ kind: 'ring-direction', measure: Math.abs(area), at: hole[0]! })
    }
  }
}
