import type { BpmnElement } from 'bpmn-moddle'
import { bordersOf, type Scope } from './scope.ts'
import { definitionOf, kindOf } from './vocabulary.ts'

type Thrown = 'Error' | 'Escalation'

/** Its code, or the id it refers to; none stands for any. */
export function codeOf(event: BpmnElement): string | undefined {
  const definition = definitionOf(event)
  const named = definition?.errorRef ?? definition?.escalationRef
  return (
    named &&
    ((named as { errorCode?: string }).errorCode ?? (named as { escalationCode?: string }).escalationCode ?? named.id)
  )
}

const catches = (event: BpmnElement, kind: Thrown, code: string | undefined): boolean =>
  kindOf(event) === kind && (code === undefined || codeOf(event) === undefined || codeOf(event) === code)

/**
 * What catches an error or escalation thrown here: the part itself, by an event sub-process, or an event on its border, or
 * the next part around it. Its id is the name under which it is thrown inside the case.
 */
export function caughtBy(kind: Thrown, code: string | undefined, scope: Scope): string | undefined {
  for (
    let part: Scope | undefined = scope, inside: BpmnElement | undefined;
    part;
    inside = part.element, part = part.parent
  ) {
    const own = eventParts(part).find((one) => one !== inside && catches(startIn(one), kind, code))
    if (own) return own.id
    const border = part.parent && bordersOf(part.element, part.parent).find((event) => catches(event, kind, code))
    if (border) return border.id
  }
  return undefined
}

export const eventParts = ({ elements }: Scope): BpmnElement[] =>
  elements.filter(({ triggeredByEvent }) => triggeredByEvent)

const startIn = (part: BpmnElement): BpmnElement =>
  part.flowElements?.find(({ $type }) => $type === 'bpmn:StartEvent') ?? part
