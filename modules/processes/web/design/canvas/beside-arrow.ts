import type { Services, Shape } from './canvas-types.ts'

/** Pixels between an arrow that leads downwards and its name. */
const GAP = 4

/** The library sets the middle of a name near its arrow: of one that leads downwards, the arrow would run through the words. */
export class BesideArrow {
  static $inject = ['eventBus', 'modeling']

  constructor(eventBus: Services['eventBus'], modeling: Services['modeling']) {
    eventBus.on('commandStack.element.updateLabel.postExecuted', 400, ({ context }) => {
      const { element } = context as { element: Shape }
      const label = element.label ?? element
      const across = downwardsThrough(label)
      if (across !== undefined) modeling.moveShape(label, { x: across + GAP - label.x, y: 0 })
    })
  }
}

/** Where the arrow of this label runs down through it. */
function downwardsThrough({ x, y, width, height, labelTarget }: Shape): number | undefined {
  const points = labelTarget?.waypoints ?? []
  return points.find(
    (from, i) =>
      from.x === points[i + 1]?.x &&
      from.x > x - GAP &&
      from.x < x + width &&
      Math.min(from.y, points[i + 1]!.y) < y + height &&
      Math.max(from.y, points[i + 1]!.y) > y,
  )?.x
}
