import type { Services, Shape } from './canvas-types.ts'
import { drawable } from './drawable.ts'

type Say = (name: string) => string
type Entry = {
  group: string
  className: string
  title: string
  action: { click: (event: unknown, shape: Shape) => void; dragstart?: (event: unknown, shape: Shape) => void }
}

const WORK = ['bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:CallActivity', 'bpmn:SubProcess']

/** The little menu beside an element: what may follow it, what may stand on its border, arrow, delete. */
export class ContextPad {
  static $inject = [
    'contextPad',
    'elementFactory',
    'autoPlace',
    'create',
    'connect',
    'modeling',
    'selection',
    'config.say',
  ]
  readonly #services: Omit<Services, 'contextPad'>
  readonly #say: Say

  constructor(
    contextPad: Services['contextPad'],
    elementFactory: Services['elementFactory'],
    autoPlace: Services['autoPlace'],
    create: Services['create'],
    connect: Services['connect'],
    modeling: Services['modeling'],
    selection: Services['selection'],
    say: Say,
  ) {
    this.#services = { elementFactory, autoPlace, create, connect, modeling, selection } as Omit<Services, 'contextPad'>
    this.#say = say
    contextPad.registerProvider(this)
  }

  getContextPadEntries(element: Shape): Record<string, Entry> {
    const remove = this.#entry('edit', 'bpmn-icon-trash', 'remove', (_, one) =>
      this.#services.modeling.removeElements([one]),
    )
    if (element.labelTarget || element.type === 'bpmn:SequenceFlow') return { remove }
    if (element.type === 'bpmn:Process') return {}
    const isLast = element.type === 'bpmn:EndEvent'
    const names = element.type === 'bpmn:EventBasedGateway' ? ['userTask', 'timer', 'receive', 'condition'] : FOLLOWING
    return {
      ...(!isLast && Object.fromEntries(names.map((name) => [`append.${name}`, this.#append(name)]))),
      ...(!isLast && {
        connect: {
          ...this.#entry('connect', 'bpmn-icon-connection-multi', 'connect', (event, one) =>
            this.#services.connect.start(event, one),
          ),
        },
      }),
      ...(WORK.includes(element.type) && {
        limit: this.#border('Timer', 'limit', 'intermediate-event-catch-timer'),
        message: this.#border('Message', 'message', 'intermediate-event-catch-message'),
        condition: this.#border('Conditional', 'condition', 'intermediate-event-catch-condition'),
      }),
      ...(element.type === 'bpmn:ServiceTask' && {
        failure: this.#border('Error', 'failure', 'intermediate-event-catch-error'),
      }),
      ...(element.type !== 'bpmn:StartEvent' && { remove }),
    }
  }

  #entry(group: string, className: string, name: string, click: Entry['action']['click']): Entry {
    return { group, className, title: this.#say(`processes.pad.${name}`), action: { click, dragstart: click } }
  }

  #append(name: string): Entry {
    const { icon, shape } = drawable(name)
    const { elementFactory, autoPlace, create } = this.#services
    const made = () => elementFactory.createShape(shape)
    return {
      group: 'model',
      className: icon,
      title: this.#say(`processes.draw.${name}`),
      action: {
        click: (_, element) => autoPlace.append(element, made()),
        dragstart: (event, element) => create.start(event, made(), { source: element }),
      },
    }
  }

  /** Stands on the lower border, each further one to the left of the last. */
  #border(definition: string, name: string, icon: string): Entry {
    const shape = { type: 'bpmn:BoundaryEvent', eventDefinitionType: `bpmn:${definition}EventDefinition` }
    return this.#entry('border', `bpmn-icon-${icon}`, name, (_, host) => {
      const place = host.attachers?.length ?? 0
      const position = { x: host.x + host.width - 18 - place * 40, y: host.y + host.height }
      this.#services.selection.select(this.#services.modeling.createShape(shape, position, host, { attach: true }))
    })
  }
}

const FOLLOWING = ['userTask', 'exclusive', 'parallel', 'end']
