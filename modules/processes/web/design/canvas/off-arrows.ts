import { getNewShapePosition } from 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil'
import type { Point } from '../../../../../kernel/process/bpmn/layout.ts'
import { crosses } from '../../../../../kernel/process/bpmn/led-around.ts'
import type { Services, Shape } from './canvas-types.ts'

/** Pixels kept free around an element that is put behind another. */
const MARGIN = 15
/** Pixels of the grid. */
const STEP = 10
/** The library's snapping to the grid would take the first word, at 2000. */
const BEFORE_SNAPPING = 2100

/** The library puts a new element where no other stands, but on arrows that lead through; it goes down until it is off both. */
export class OffArrows {
  static $inject = ['eventBus', 'elementRegistry']

  constructor(eventBus: Services['eventBus'], elementRegistry: Services['elementRegistry']) {
    eventBus.on('autoPlace', BEFORE_SNAPPING, ({ source, shape }: { source: Shape; shape: Shape }) => {
      const proposed = getNewShapePosition(source as never, shape as never, elementRegistry as never)
      const others = elementRegistry.filter((one) => one !== source.parent && one.parent === source.parent)
      return freeBelow(proposed, shape, others)
    })
  }
}

/** `proposed` is the middle of the element, as the library counts. */
function freeBelow(proposed: Point, { width, height }: Shape, others: Shape[]): Point {
  const x = Math.ceil(proposed.x / STEP) * STEP
  const lowest = Math.max(proposed.y, ...others.map(bottomOf)) + height + MARGIN
  for (let { y } = proposed; y < lowest; y += STEP) {
    const room = {
      x: x - width / 2 - MARGIN,
      y: y - height / 2 - MARGIN,
      width: width + 2 * MARGIN,
      height: height + 2 * MARGIN,
    }
    if (!others.some((one) => crosses(one.waypoints ?? outlineOf(one), room))) return { x, y }
  }
  return { x, y: lowest }
}

const outlineOf = ({ x, y, width, height }: Shape): Point[] => [
  { x, y },
  { x: x + width, y: y + height },
]

const bottomOf = (one: Shape): number => Math.max(...(one.waypoints ?? outlineOf(one)).map(({ y }) => y))
