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

const ENGINES = ['http://flowable.org/bpmn', 'http://activiti.org/bpmn', 'http://camunda.org/schema/1.0/bpmn']

/** An attribute of the engines whose models one meets: Flowable, Activiti, Camunda, under whatever prefix the file gives it. */
export const foreign = (node: BpmnElement, name: string): string | undefined => {
  const attrs = attributesOf(node)
  return prefixesAt(node)
    .map((prefix) => attrs[`${prefix}:${name}`])
    .find(Boolean)
}

const attributesOf = (node: BpmnElement) => (node.$attrs ?? {}) as Record<string, string>

function prefixesAt(node: BpmnElement): string[] {
  let root = node
  while (root.$parent) root = root.$parent
  const declared = Object.entries(attributesOf(root))
  return declared.flatMap(([name, uri]) => (ENGINES.includes(uri) ? name.replace('xmlns:', '') : []))
}

/** A JSON object of texts, or undefined when there is none; what cannot be read is left for `checkModel` to see as missing. */
export function table(node: BpmnElement, name: string): Record<string, string> | undefined {
  try {
    const read: unknown = JSON.parse(text(node, name) ?? 'null')
    const isTable =
      typeof read === 'object' && read !== null && Object.values(read).every((one) => typeof one === 'string')
    return isTable ? (read as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}

export const definitionOf = (event: BpmnElement): BpmnElement | undefined => event.eventDefinitions?.[0]

/**
 * The kind of an event without prefix and suffix: `Timer`, `Message`, `Error` …; `None` when it has no definition, `Multiple`
 * when it has several.
 */
export const kindOf = (event: BpmnElement): string =>
  (event.eventDefinitions?.length ?? 0) > 1
    ? 'Multiple'
    : (definitionOf(event)?.$type.replace(/^bpmn:|EventDefinition$/g, '') ?? 'None')
