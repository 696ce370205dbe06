import type { BpmnElement } from 'bpmn-moddle'
import type { Step, Title, Transition } from '../model.ts'
import { toFeel } from './expressions.ts'
import { flowsFrom, type Reading, refuseElement, type Scope } from './scope.ts'
import { targetOf } from './targets.ts'
import { text } from './vocabulary.ts'

export function titleOf(node: BpmnElement): Title {
  const zh = node.name || node.id
  return { zh, en: text(node, 'titleEn') ?? zh }
}

/** The condition that stands for a person's choice, or a child case's result. */
export const outcomeOf = (flow: BpmnElement): string | undefined =>
  /^outcome = "([^"]+)"$/.exec(flow.conditionExpression?.body ?? '')?.[1]

/** A transition for each flow; `when` only where `conditions` are asked for. */
export function waysOf(node: BpmnElement, scope: Scope, reading: Reading, conditions = false): Transition[] {
  const flows = flowsFrom(node, scope)
  const names = flows.map((flow) => text(flow, 'transition') ?? outcomeOf(flow) ?? (flow.name || flow.id))
  return flows.map((flow, i) => {
    const name = names.indexOf(names[i]!) === i ? names[i]! : flow.id
    reading.drawn.set(flow.id, `${node.id}>${name}`)
    const title = flow.name && { title: { zh: flow.name, en: text(flow, 'titleEn') ?? flow.name } }
    const when = conditions ? conditionOf(flow, node, reading) : undefined
    return { name, to: targetOf(flow, scope, reading), ...title, ...(when !== undefined && { when }) }
  })
}

function conditionOf(flow: BpmnElement, node: BpmnElement, reading: Reading): string | undefined {
  const body = flow.conditionExpression?.body?.trim()
  if (!body || node.get('default') === flow) return undefined
  const feel = toFeel(body)
  if (feel === undefined) refuseElement(reading, 'expression', flow, { expression: body })
  return feel
}

/** An inclusive gateway takes every way without condition; of ours only the default has none. */
export function inclusiveWays(node: BpmnElement, scope: Scope, reading: Reading): Transition[] {
  const ways = waysOf(node, scope, reading, true)
  const flows = flowsFrom(node, scope)
  const fallback = flows.indexOf(node.get('default') as BpmnElement)
  const plain = ways.findIndex(({ when }) => when === undefined)
  const kept = fallback >= 0 ? fallback : plain
  return ways.map((way, i) => (way.when === undefined && i !== kept ? { ...way, when: 'true' } : way))
}

/**
 * The single way on from a node that waits for nobody's choice. Several flows mean several branches at once, which get a
 * gateway of their own; none means that the token ends here.
 */
export function wayOn(node: BpmnElement, scope: Scope, reading: Reading): Transition[] {
  const flows = flowsFrom(node, scope)
  const conditional = flows.some((flow) => flow.conditionExpression && !outcomeOf(flow))
  if (flows.length === 1 && !conditional) return waysOf(node, scope, reading)
  if (flows.length === 0) return [{ name: 'end', to: implicitEnd(node, scope, reading) }]
  const id = `${node.id}.ways`
  addSplit(id, node, scope, reading, conditional)
  return [{ name: 'ways', to: id }]
}

export function addSplit(id: string, node: BpmnElement, scope: Scope, reading: Reading, conditional: boolean): void {
  const transitions = conditional ? inclusiveWays(node, scope, reading) : waysOf(node, scope, reading)
  add(reading, { id, title: titleOf(node), kind: conditional ? 'inclusive' : 'split', transitions })
}

function implicitEnd(node: BpmnElement, scope: Scope, reading: Reading): string {
  if (scope.exit !== undefined) return scope.exit
  const id = `${node.id}.end`
  add(reading, { id, title: { zh: '结束', en: 'End' }, kind: 'end', result: 'completed' })
  return id
}

export function add(reading: Reading, step: Step): void {
  if (!reading.steps.some(({ id }) => id === step.id)) reading.steps.push(step)
}
