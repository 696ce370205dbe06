import type { Services, Shape } from './canvas-types.ts'

type Point = { x: number; y: number }
type Box = { x: number; y: number; width: number; height: number }

/** Pixels between an arrow that leads past other elements and the lowest of them. */
const GAP = 40

/**
 * An arrow drawn between two elements of a row leads below those that lie between, where the library would draw it right
 * through them. Whoever wants it elsewhere moves it: only new arrows are led around.
 */
export class Around {
  static $inject = ['eventBus', 'modeling', 'elementRegistry']

  constructor(
    eventBus: Services['eventBus'],
    modeling: Services['modeling'],
    elementRegistry: Services['elementRegistry'],
  ) {
    eventBus.on('commandStack.connection.create.postExecuted', 400, ({ context }) => {
      const { source, target, connection } = context as { source: Shape; target: Shape; connection: Shape }
      const others = elementRegistry.filter(
        (one) => isBody(one) && one !== source && one !== target && one.labelTarget === undefined,
      )
      const crossed = others.filter((one) => crosses(connection.waypoints ?? [], one))
      if (crossed.length > 0) modeling.updateWaypoints(connection, below(source, target, crossed))
    })
  }
}

const isBody = ({ type }: Shape): boolean => /(Task|Gateway|Event|CallActivity|SubProcess)$/.test(type)

/** Arrows run along the axes: each part of one is a box without breadth. */
const crosses = (points: Point[], box: Box): boolean =>
  points.slice(1).some((to, i) => {
    const from = points[i]!
    return (
      Math.min(from.x, to.x) < box.x + box.width &&
      Math.max(from.x, to.x) > box.x &&
      Math.min(from.y, to.y) < box.y + box.height &&
      Math.max(from.y, to.y) > box.y
    )
  })

function below(source: Box, target: Box, crossed: Box[]): Point[] {
  const depth = Math.max(...[source, target, ...crossed].map(({ y, height }) => y + height)) + GAP
  const foot = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height })
  const [from, to] = [foot(source), foot(target)]
  return [from, { x: from.x, y: depth }, { x: to.x, y: depth }, to]
}
