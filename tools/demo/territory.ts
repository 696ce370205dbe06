import { clearance } from './cell.ts'
import type { Land, Seat } from './land.ts'

/** Lays the county's outline, then towns, then villages: each level cuts the one above, so borders nest exactly. */
export function layTerritory(land: Land): void {
  const { plan } = land
  const county = land.mesh.addLoop(countyOutline(plan.width, plan.height), -1)
  const towns = partition(land, [county, plan.towns])
  const villagesPerTown = plan.villagesPerTown
  towns.forEach((town, index) => {
    land.seats.push(chooseSeat(land, town, index))
    for (const village of partition(land, [town, villagesPerTown])) {
      land.villageOf[village] = land.townOf.length
      land.townOf.push(index)
    }
  })
  promoteCapital(land)
}

/** Of some places well inside the town's land, the one in the valley, not too near the river, and most level. */
function chooseSeat(land: Land, town: number, index: number): Seat {
  const { plan, relief, random } = land
  const { cx, cy, long } = land.measure(town)
  let best = { x: cx, y: cy, cost: Number.POSITIVE_INFINITY }
  for (let i = 0; i < 80; i++) {
    const [x, y] = i === 0 ? [cx, cy] : [cx + random.between(-0.4, 0.4) * long, cy + random.between(-0.4, 0.4) * long]
    if (i > 0 && clearance(land.mesh, town, x, y) < plan.seatRadius * 0.8) continue
    const cost = Math.abs(relief.riverDistance(x, y) - 450) + 60 * relief.slope(x, y)
    if (cost < best.cost) best = { x, y, cost }
  }
  return { x: best.x, y: best.y, radius: plan.seatRadius * random.between(0.38, 0.5), town: index }
}

/** The seat nearest the county's centre is the county town: bigger, and the first of the towns. */
function promoteCapital(land: Land): void {
  const capital = land.seats.reduce((best, seat) =>
    Math.hypot(seat.x, seat.y) < Math.hypot(best.x, best.y) ? seat : best,
  )
  capital.radius = land.plan.seatRadius
}

/** The county's outline in drawing space, convex, counter-clockwise. */
export function countyOutline(width: number, height: number): [number, number][] {
  const shape = [
    [0.5, -0.22],
    [0.48, 0.3],
    [0.3, 0.5],
    [-0.06, 0.52],
    [-0.4, 0.42],
    [-0.52, 0.12],
    [-0.46, -0.36],
    [-0.2, -0.5],
    [0.18, -0.52],
    [0.41, -0.42],
  ] as const
  return shape.map(([x, y]) => [x * width * 1.05, y * height * 1.05])
}

/** Cuts a face into a number of parts of about equal size. */
function partition(land: Land, [face, count]: [face: number, count: number]): number[] {
  if (count <= 1) return [face]
  const cell = land.measure(face)
  const share = Math.floor(count / 2) / count
  for (let attempt = 0; attempt < 6; attempt++) {
    const along = (share - 0.5 + land.random.between(-0.06, 0.06)) * cell.long
    const angle = cell.axis + Math.PI / 2 + land.random.between(-0.24, 0.24)
    const line = { x: cell.cx + Math.cos(cell.axis) * along, y: cell.cy + Math.sin(cell.axis) * along, angle }
    const parts = land.cut(face, line, cell.area * 0.2)
    // Left of a line turned by +90° from the axis lies the side towards -axis: the smaller share.
    if (parts)
      return [
        ...partition(land, [parts[0], Math.floor(count / 2)]),
        ...partition(land, [parts[1], Math.ceil(count / 2)]),
      ]
  }
  throw new Error('demo county: a territory could not be divided')
}
