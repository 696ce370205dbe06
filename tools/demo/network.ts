import { clearance } from './cell.ts'
import type { Line } from './cut.ts'
import { cutByLine, shifted } from './cut.ts'
import type { FaceNote, Land } from './land.ts'

type Course = { line: Line; width: number; code: string; note: FaceNote; within?: (x: number, y: number) => boolean }

const HIGHWAY_OFFICE = '云栖县公路事业发展中心'
const WATER_BUREAU = '云栖县水利局'

/** Lays what runs through the whole county. The order is the rank at crossings: highways bridge rivers (1003 over 1101). */
export function layNetwork(land: Land): void {
  for (const course of [...highways(land), ...rivers(land), ...canals(land), ...streams(land)]) layCourse(land, course)
}

function along(river: { y0: number; slope: number }, offset: number): Line {
  return { x: 0, y: river.y0 + offset, angle: Math.atan(river.slope) }
}

function highways(land: Land): Course[] {
  const { relief, plan, random } = land
  const note = { user: HIGHWAY_OFFICE }
  const valley = relief.rivers.map(
    (river, i): Course => ({ line: along(river, 300), width: i === 0 ? 18 : 11, code: '1003', note }),
  )
  const count = Math.max(1, Math.round(plan.width / 7000))
  const across = Array.from({ length: count }, (_, i): Course => {
    const x = ((i + 0.5) / count - 0.5) * plan.width + random.between(-300, 300)
    return {
      line: { x, y: 0, angle: Math.PI / 2 + random.between(-0.2, 0.2) },
      width: i % 2 ? 8 : 12,
      code: '1003',
      note,
    }
  })
  return [...valley, ...across]
}

function rivers(land: Land): Course[] {
  return land.relief.rivers.map((river, i) => ({
    line: along(river, 0),
    width: i % 2 ? 48 : 66,
    code: '1101',
    note: { user: WATER_BUREAU },
  }))
}

/** One trunk canal along the far side of each valley. */
function canals(land: Land): Course[] {
  return land.relief.rivers.map((river) => ({
    line: along(river, -380),
    width: 7,
    code: '1107A',
    note: { user: WATER_BUREAU },
  }))
}

/** Tributaries come down one side of a valley and end in the river. */
function streams(land: Land): Course[] {
  const { relief, plan, random } = land
  return relief.rivers.flatMap((river) => {
    const count = Math.max(2, Math.round(plan.width / 2300))
    return Array.from({ length: count }, (_, i): Course => {
      const x = ((i + 0.5) / count - 0.5) * plan.width + random.between(-500, 500)
      const up = i % 2 === 0 ? 1 : -1
      const reach = random.between(1500, 3200)
      const y = river.y0 + river.slope * x
      const within = (px: number, py: number) => {
        const away = (py - river.y0 - river.slope * px) * up
        return away > 0 && away < reach
      }
      const angle = Math.PI / 2 + random.between(-0.35, 0.35)
      return { line: { x, y, angle }, width: random.between(8, 14), code: '1101', note: { user: WATER_BUREAU }, within }
    })
  })
}

/** Sides left smaller than this beside a course are swallowed by it, m². */
const SMALLEST_SIDE = 1500

function layCourse(land: Land, { line, width, code, note, within }: Course): void {
  const faces = land.mesh.faceCount
  for (let face = 0; face < faces; face++) {
    if (land.classOf[face] !== undefined) continue
    const cell = land.measure(face)
    if (within && !within(cell.cx, cell.cy)) continue
    const reach = Math.abs(Math.cos(line.angle) * (cell.cy - line.y) - Math.sin(line.angle) * (cell.cx - line.x))
    if (reach > cell.long) continue
    cutCourse(land, face, line, width, code, { width: Math.round(width * 10) / 10, ...note })
  }
}

/** Unlike a field road a course may not be left out where it grazes a corner: it then takes the corner too. */
function cutCourse(land: Land, face: number, line: Line, width: number, code: string, note: FaceNote): void {
  const village = land.villageOf[face]!
  const high = cutByLine(land.mesh, face, shifted(line, width / 2), SMALLEST_SIDE, 0.3)
  if (high) land.villageOf[high[0]] = village
  const rest = high ? high[1] : face
  const low = cutByLine(land.mesh, rest, shifted(line, -width / 2), high ? width * 12 : SMALLEST_SIDE, 0.3)
  if (low) land.villageOf[low[0]] = village
  if (high && low) land.settle(low[0], code, note)
  else if (high && touches(land, rest, line, width)) land.settle(rest, code, note)
  else if (low && touches(land, low[0], line, width)) land.settle(low[0], code, note)
}

/** A part cut on one side only is a piece of the course when it is about as narrow as the course itself. */
function touches(land: Land, face: number, line: Line, width: number): boolean {
  const cell = land.measure(face)
  const onLine = clearance(land.mesh, face, cell.cx, cell.cy) <= width
  return (
    onLine &&
    Math.abs(Math.cos(line.angle) * (cell.cy - line.y) - Math.sin(line.angle) * (cell.cx - line.x)) < width * 1.5
  )
}
