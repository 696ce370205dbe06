import { below, crosses } from '../../../../../kernel/process/bpmn/led-around.ts'
import type { Services, Shape } from './canvas-types.ts'

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
