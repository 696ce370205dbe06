import type { Mesh } from './mesh.ts'

/** Size and lie of a face in drawing space. */
export type Cell = {
  area: number
  cx: number
  cy: number
  /** direction of the long axis, radians */
  axis: number
  /** extents along and across the axis */
  long: number
  short: number
}

export function measureCell(mesh: Mesh, face: number): Cell {
  const edges = mesh.cycle(face)
  const x0 = mesh.x[mesh.origin[edges[0]!]!]!
  const y0 = mesh.y[mesh.origin[edges[0]!]!]!
  let [a, sx, sy, xx, yy, xy] = [0, 0, 0, 0, 0, 0]
  for (const h of edges) {
    const i = mesh.origin[h]!
    const j = mesh.origin[h ^ 1]!
    const [x1, y1, x2, y2] = [mesh.x[i]! - x0, mesh.y[i]! - y0, mesh.x[j]! - x0, mesh.y[j]! - y0]
    const cross = x1 * y2 - x2 * y1
    a += cross
    sx += (x1 + x2) * cross
    sy += (y1 + y2) * cross
    xx += (x1 * x1 + x1 * x2 + x2 * x2) * cross
    yy += (y1 * y1 + y1 * y2 + y2 * y2) * cross
    xy += (x1 * y2 + 2 * x1 * y1 + 2 * x2 * y2 + x2 * y1) * cross
  }
  const area = a / 2
  const [mx, my] = [sx / (3 * a), sy / (3 * a)]
  const axis = 0.5 * Math.atan2(2 * (xy / 24 - area * mx * my), xx / 12 - area * mx * mx - (yy / 12 - area * my * my))
  const [long, short] = extents(mesh, edges, axis)
  return { area, cx: mx + x0, cy: my + y0, axis, long, short }
}

export function extents(mesh: Mesh, edges: number[], axis: number): [number, number] {
  const [ux, uy] = [Math.cos(axis), Math.sin(axis)]
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const h of edges) {
    const v = mesh.origin[h]!
    const along = mesh.x[v]! * ux + mesh.y[v]! * uy
    const across = mesh.y[v]! * ux - mesh.x[v]! * uy
    minU = Math.min(minU, along)
    maxU = Math.max(maxU, along)
    minV = Math.min(minV, across)
    maxV = Math.max(maxV, across)
  }
  return [maxU - minU, maxV - minV]
}

/** Distance from a point to the nearest edge line of a convex face; negative outside. */
export function clearance(mesh: Mesh, face: number, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const h of mesh.cycle(face)) {
    const i = mesh.origin[h]!
    const j = mesh.origin[h ^ 1]!
    const [dx, dy] = [mesh.x[j]! - mesh.x[i]!, mesh.y[j]! - mesh.y[i]!]
    const length = Math.hypot(dx, dy)
    nearest = Math.min(nearest, (dx * (y - mesh.y[i]!) - dy * (x - mesh.x[i]!)) / length)
  }
  return nearest
}
