import type { Box, Point } from './layout.ts'

/** Pixels between an arrow that is led past other elements and the lowest of them. */
const GAP = 25

/** Arrows run along the axes: each part of one is a box without breadth. */
export const crosses = (points: readonly Point[], box: Box): boolean =>
  points.slice(1).some((to, i) => {
    const from = points[i]!
    return (
      Math.min(from.x, to.x) < box.x + box.width &&
      Math.max(from.x, to.x) > box.x &&
      Math.min(from.y, to.y) < box.y + box.height &&
      Math.max(from.y, to.y) > box.y
    )
  })

/** From the foot of one to the foot of the other, below both and all that lies between. */
export function below(source: Box, target: Box, crossed: readonly Box[]): Point[] {
  const depth = Math.max(...[source, target, ...crossed].map(({ y, height }) => y + height)) + GAP
  const foot = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height })
  const [from, to] = [foot(source), foot(target)]
  return [from, { x: from.x, y: depth }, { x: to.x, y: depth }, to]
}
