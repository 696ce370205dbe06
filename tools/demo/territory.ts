import type { Land } from './land.ts'

/** Lays the county's outline, then towns, then villages: each level cuts the one above, so borders nest exactly. */
export function layTerritory(land: Land): void {
  const { plan, random } = land
  const county = land.mesh.addLoop(countyOutline(plan.width, plan.height), -1)
  const towns = partition(land, [county, plan.towns])
  const villagesPerTown = plan.villagesPerTown
  towns.forEach((town, index) => {
    const villages = partition(land, [town, villagesPerTown])
    for (const village of villages) {
      land.villageOf[village] = land.townOf.length
      land.townOf.push(index)
    }
    const seat = villages
      .map((v) => land.measure(v))
      .reduce((best, cell) => (nearness(land, cell) < nearness(land, best) ? cell : best))
    land.seats.push({ x: seat.cx, y: seat.cy, radius: plan.seatRadius * random.between(0.38, 0.5), town: index })
  })
  promoteCapital(land)
}

/** Towns sit in the valley, not too near the river. */
function nearness(land: Land, cell: { cx: number; cy: number }): number {
  return Math.abs(land.relief.riverDistance(cell.cx, cell.cy) - 420)
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
