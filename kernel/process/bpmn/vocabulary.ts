import { type BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { YUTU } from './yutu-descriptor.ts'

export const newModdle = (): BpmnModdle => new BpmnModdle({ yutu: YUTU })

/** The start event that stands before the first step; BPMN wants one, a model needs none. */
export const START_EVENT = 'yutu_start'

export const text = (node: BpmnElement, name: string): string | undefined =>
  (node.get(`yutu:${name}`) as string | undefined) || undefined
export const whole = (node: BpmnElement, name: string): number | undefined =>
  node.get(`yutu:${name}`) as number | undefined
export const words = (node: BpmnElement, name: string): string[] => text(node, name)?.split(' ').filter(Boolean) ?? []

/** An attribute of the engines whose models one meets: Flowable, Activiti, Camunda. */
export const foreign = (node: BpmnElement, name: string): string | undefined => {
  const attrs = (node.$attrs ?? {}) as Record<string, string>
  return ['flowable', 'activiti', 'camunda'].map((prefix) => attrs[`${prefix}:${name}`]).find(Boolean)
}

/** A JSON object of texts, or undefined when there is none; what cannot be read is left for `checkModel` to see as missing. */
export function table(node: BpmnElement, name: string): Record<string, string> | undefined {
  try {
    const read: unknown = JSON.parse(text(node, name) ?? 'null')
    return typeof read === 'object' && read !== null ? (read as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}

export const definitionOf = (event: BpmnElement): BpmnElement | undefined => event.eventDefinitions?.[0]

/** The kind of an event without prefix and suffix: `Timer`, `Message`, `Error` …; `None` when it has no definition. */
export const kindOf = (event: BpmnElement): string =>
  definitionOf(event)?.$type.replace(/^bpmn:|EventDefinition$/g, '') ?? 'None'
