import { insertJunctions } from '../../../../../kernel/geometry/edit/insert-junctions.ts'
import { mergePolygons } from '../../../../../kernel/geometry/edit/merge-polygons.ts'
import { splitByLine } from '../../../../../kernel/geometry/edit/split-by-line.ts'
import { planarArea } from '../../../../../kernel/geometry/measures/planar-area.ts'
import { difference } from '../../../../../kernel/geometry/overlay/difference.ts'
import { intersection } from '../../../../../kernel/geometry/overlay/intersection.ts'
import type { MultiPolygon, Position, Ring } from '../../../../../kernel/geometry/types.ts'
import { soundOutline } from '../../../../../modules/fieldwork/rules/check-patches.ts'

/** A plot on the sheet; metres of EPSG:4524. `from`: the one it was cut from, whose class and note it begins with. */
export type Shape = { id: string; geometry: MultiPolygon; from?: string }

/** What is being drawn: plots that share no ground, inside a range where there is one. */
export type Sheet = { shapes: readonly Shape[]; range: MultiPolygon | null }

/** Why an edit was not made: a text key. */
export type Edited = { sheet: Sheet; told?: { key: string; area: number } } | { refused: string }

/** Less than this (m²) nobody drew on purpose. */
const LEAST_AREA = 1

const closed = (line: readonly Position[]): Ring => [...line, line[0]!]

/** A ring as drawn, made one that has an area; undefined where it has none. */
function areaOf(line: readonly Position[]): MultiPolygon | undefined {
  if (line.length < 3) return undefined
  const outline = soundOutline([[closed(line)]])
  return 'problem' in outline || planarArea(outline.geometry) < LEAST_AREA ? undefined : outline.geometry
}

/**
 * A new plot from the line drawn. What lies outside the range or on other plots is cut away (拓扑编辑), and told; its corners
 * on their borders become corners of theirs too.
 */
export function addShape(sheet: Sheet, line: readonly Position[], id: string): Edited {
  const drawn = areaOf(line)
  return drawn ? place(sheet, { id, geometry: drawn }) : { refused: 'field.draw.no-area' }
}

function place(sheet: Sheet, { geometry, ...shape }: Shape): Edited {
  const others = sheet.shapes.filter(({ id }) => id !== shape.id)
  const inside = sheet.range ? intersection(geometry, sheet.range) : geometry
  const free = difference(inside, others.map((other) => other.geometry)) // biome-ignore format: one row
  const kept = free.filter((part) => planarArea([part]) >= LEAST_AREA)
  if (kept.length === 0) return { refused: 'field.draw.nothing-left' }
  const fitted = isUncut(geometry, kept) ? geometry : kept
  const area = planarArea(geometry) - planarArea(fitted)
  const next = withJunctions({ ...sheet, shapes: [...others, { ...shape, geometry: fitted }] }, [fitted])
  return area > 0.01 ? { sheet: next, told: { key: 'field.draw.cut', area } } : { sheet: next }
}

/** An outline nothing was cut from keeps its own coordinates, to the last bit. */
const isUncut = (before: MultiPolygon, after: MultiPolygon) => Math.abs(planarArea(before) - planarArea(after)) < 0.01

/** Corners that lie in an edge of a neighbour become corners of it, so that both sides of a border are the same. */
function withJunctions(sheet: Sheet, pieces: MultiPolygon[]): Sheet {
  const geometries = insertJunctions(sheet.shapes.map(({ geometry }) => geometry), pieces) // biome-ignore format: one row
  return { ...sheet, shapes: sheet.shapes.map((shape, k) => (geometries[k] === shape.geometry ? shape : { ...shape, geometry: geometries[k]! })) } // biome-ignore format: one row
}

/** Cuts a plot along a line. The largest part stays the plot, the others are new. */
export function splitShape(sheet: Sheet, id: string, line: readonly Position[], newId: () => string): Edited {
  const shape = sheet.shapes.find((each) => each.id === id)
  if (!shape) return { refused: 'field.draw.choose-one' }
  const parts = splitByLine(shape.geometry, [...line]).filter((part) => planarArea(part) >= LEAST_AREA)
  if (parts.length <= shape.geometry.length) return { refused: 'field.draw.no-cut' }
  const [first, ...rest] = parts.toSorted((a, b) => planarArea(b) - planarArea(a))
  const pieces = [{ ...shape, geometry: first! }, ...rest.map((geometry) => ({ id: newId(), geometry, from: id }))]
  const shapes = sheet.shapes.flatMap((each) => (each.id === id ? pieces : [each]))
  return { sheet: withJunctions({ ...sheet, shapes }, parts) }
}

/** Melts plots into the first; they must have a border in common. */
export function mergeShapes(sheet: Sheet, ids: readonly string[]): Edited {
  const chosen = ids.flatMap((id) => sheet.shapes.filter((each) => each.id === id))
  if (chosen.length < 2) return { refused: 'field.draw.choose-more' }
  const geometry = mergePolygons(chosen.map((each) => each.geometry))
  if (!geometry) return { refused: 'field.draw.apart' }
  const [first, ...gone] = chosen
  const shapes = sheet.shapes.flatMap((each) =>
    each === first ? [{ ...each, geometry }] : gone.includes(each) ? [] : [each],
  )
  return { sheet: { ...sheet, shapes } }
}

/** Takes what lies inside the ring out of a plot (挖空). */
export function cutHole(sheet: Sheet, id: string, line: readonly Position[]): Edited {
  const shape = sheet.shapes.find((each) => each.id === id)
  const hole = areaOf(line)
  if (!shape) return { refused: 'field.draw.choose-one' }
  if (!hole) return { refused: 'field.draw.no-area' }
  const geometry = difference(shape.geometry, [hole])
  if (planarArea(geometry) < LEAST_AREA) return { refused: 'field.draw.nothing-left' }
  if (isUncut(shape.geometry, geometry)) return { refused: 'field.draw.hole-outside' }
  return replaced(sheet, { ...shape, geometry })
}

export const removeShapes = (sheet: Sheet, ids: readonly string[]): Edited =>
  ids.length === 0
    ? { refused: 'field.draw.choose-one' }
    : { sheet: { ...sheet, shapes: sheet.shapes.filter(({ id }) => !ids.includes(id)) } }

function replaced(sheet: Sheet, shape: Shape): Edited {
  return { sheet: { ...sheet, shapes: sheet.shapes.map((each) => (each.id === shape.id ? shape : each)) } }
}

const isAt = (a: Position, b: Position) => Math.abs(a[0] - b[0]) < 1e-3 && Math.abs(a[1] - b[1]) < 1e-3

/** Every plot that has the corner, changed in the same way: a shared border stays shared. */
function changeCorner(sheet: Sheet, corner: Position, change: (ring: Ring) => Ring): Edited {
  const touched = sheet.shapes.filter(({ geometry }) => geometry.flat(2).some((each) => isAt(each, corner)))
  let next = sheet
  for (const shape of touched) {
    const rings = shape.geometry.map((polygon) => polygon.map((ring) => (ring.some((each) => isAt(each, corner)) ? change(ring) : ring))) // biome-ignore format: one row
    if (rings.flat().some((ring) => ring.length < 4)) return { refused: 'field.draw.too-few' }
    next = { ...next, shapes: next.shapes.map((each) => (each.id === shape.id ? { ...each, geometry: rings } : each)) }
  }
  const fault = faultOf(next, touched.map(({ id }) => id)) // biome-ignore format: one row
  return fault ? { refused: fault } : { sheet: next }
}

export const moveCorner = (sheet: Sheet, from: Position, to: Position): Edited =>
  changeCorner(sheet, from, (ring) => ring.map((each) => (isAt(each, from) ? to : each)))

export const removeCorner = (sheet: Sheet, corner: Position): Edited =>
  changeCorner(sheet, corner, (ring) => {
    const open = ring.slice(0, -1).filter((each) => !isAt(each, corner))
    return open.length > 0 ? closed(open) : []
  })

/** A new corner in the middle of an edge, in every plot that has the edge. */
export function addCorner(sheet: Sheet, a: Position, b: Position, at: Position): Edited {
  const insert = (ring: Ring): Ring =>
    ring.flatMap((each, i) => {
      const next = ring[i + 1]
      const isEdge = next && ((isAt(each, a) && isAt(next, b)) || (isAt(each, b) && isAt(next, a)))
      return isEdge ? [each, at] : [each]
    })
  const shapes = sheet.shapes.map((shape) => ({ ...shape, geometry: shape.geometry.map((polygon) => polygon.map(insert)) })) // biome-ignore format: one row
  const next = { ...sheet, shapes }
  const fault = faultOf(next, shapes.map(({ id }) => id)) // biome-ignore format: one row
  return fault ? { refused: fault } : { sheet: next }
}

/** Crossing itself, off the range or over a neighbour by more than a hand's breadth: a text key. */
function faultOf(sheet: Sheet, changed: readonly string[]): string | undefined {
  for (const { id, geometry } of sheet.shapes) {
    if (!changed.includes(id)) continue
    const sound = soundOutline(geometry)
    if ('problem' in sound || Math.abs(planarArea(sound.geometry) - planarArea(geometry)) > 0.05)
      return 'field.draw.crosses-itself'
    if (sheet.range && planarArea(difference(geometry, [sheet.range])) > LEAST_AREA) return 'field.draw.outside'
    const others = sheet.shapes.filter((each) => each.id !== id)
    if (others.some((other) => planarArea(intersection(geometry, other.geometry)) > LEAST_AREA))
      return 'field.draw.overlaps'
  }
  return undefined
}

/** Narrow strips of the range that no plot covers: what is left between plots by drawing, not on purpose. */
const GAP_WIDTH = 1

export function gapsOf({ shapes, range }: Sheet, widthOf: (part: MultiPolygon) => number): MultiPolygon[] {
  if (!range || shapes.length === 0) return []
  return difference(range, shapes.map(({ geometry }) => geometry)) // biome-ignore format: one row
    .map((part): MultiPolygon => [part])
    .filter((part) => widthOf(part) < GAP_WIDTH)
}
