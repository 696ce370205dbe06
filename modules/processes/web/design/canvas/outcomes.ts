import type { Services, Shape } from './canvas-types.ts'

const CHANGES = ['connection.create', 'connection.delete', 'connection.reconnect', 'elements.paste', 'shape.replace']
const DEFAULTS = [
  { name: 'agree', title: '同意' },
  { name: 'disagree', title: '不同意' },
]

/**
 * Several ways out of a task are the outcomes a person chooses from: BPMN says so by a condition on each. Whoever draws
 * the second arrow has said enough; names and conditions follow, in the same step of undo.
 */
export class Outcomes {
  static $inject = ['eventBus', 'modeling', 'moddle', 'elementRegistry']
  readonly #modeling: Services['modeling']
  readonly #moddle: Services['moddle']

  constructor(
    eventBus: Services['eventBus'],
    modeling: Services['modeling'],
    moddle: Services['moddle'],
    elementRegistry: Services['elementRegistry'],
  ) {
    this.#modeling = modeling
    this.#moddle = moddle
    const settleAll = () => {
      for (const task of elementRegistry.filter(isChosenFrom)) this.#settle(task)
    }
    eventBus.on(
      CHANGES.map((change) => `commandStack.${change}.postExecuted`),
      500,
      settleAll,
    )
  }

  #settle(task: Shape): void {
    const ways = waysOf(task)
    const isChoice = ways.length > 1
    const taken = ways.map(({ businessObject }) => businessObject.get('yutu:transition') as string | undefined)
    ways.forEach((way, i) => {
      const standard = DEFAULTS[i] ?? { name: `way${i + 1}`, title: `去向${i + 1}` }
      const name = taken[i] ?? freeName(standard.name, taken)
      taken[i] = name
      const wanted = isChoice ? `outcome = "${name}"` : undefined
      const { businessObject } = way
      if (businessObject.get('yutu:transition') === name && businessObject.conditionExpression?.body === wanted) return
      this.#modeling.updateProperties(way, {
        'yutu:transition': name,
        conditionExpression: wanted && this.#moddle.create('bpmn:FormalExpression', { body: wanted }),
        ...(isChoice && !businessObject.name && { name: standard.title }),
      })
    })
  }
}

const freeName = (wanted: string, taken: (string | undefined)[]): string => {
  const free = [wanted, ...taken.map((_, i) => `way${i + 1}`)].find((name) => !taken.includes(name))
  return free ?? `way${taken.length + 1}`
}

export const isChosenFrom = ({ type }: Shape): boolean => type === 'bpmn:UserTask' || type === 'bpmn:CallActivity'

export const waysOf = (element: Shape): Shape[] =>
  (element.outgoing ?? []).filter(({ type }) => type === 'bpmn:SequenceFlow')
