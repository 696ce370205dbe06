import type { BpmnElement } from 'bpmn-moddle'
import { text, words } from './vocabulary.ts'
import { titleOf } from './ways.ts'

export const defined = <T extends object>(members: T): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T

export const listed = (node: BpmnElement, name: string): string[] | undefined =>
  words(node, name).length > 0 ? words(node, name) : undefined

/** Members every work step may have. */
export const workOf = (node: BpmnElement) =>
  defined({ id: node.id, title: titleOf(node), cancels: listed(node, 'cancels'), exclusive: text(node, 'exclusive') })
