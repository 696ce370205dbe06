import type Modeler from 'bpmn-js/lib/Modeler'
import type { BpmnElement } from 'bpmn-moddle'
import type { CaseProcess } from '../../../../../kernel/cases/case-process.ts'
import type { KnownNames } from '../../../rules/known.ts'
import { type Shape, service } from '../canvas/canvas-types.ts'

/** What every part of the panel is given. */
export type Editing = { modeler: Modeler; element: Shape; known: KnownNames; process: CaseProcess | undefined }

/** Attributes of the element, read as text and written as one step of undo. */
export function attributesOf({ modeler, element }: Pick<Editing, 'modeler' | 'element'>) {
  const { businessObject } = element
  const set = (properties: Record<string, unknown>) => {
    const given = Object.entries(properties).map(([name, value]) => [name, value === '' ? undefined : value])
    service(modeler, 'modeling').updateProperties(element, Object.fromEntries(given))
  }
  const text = (name: string): string => String(businessObject.get(name) ?? '')
  return {
    text,
    words: (name: string): string[] => text(name).split(' ').filter(Boolean),
    whole: (name: string): number | undefined => businessObject.get(name) as number | undefined,
    set,
    setWords: (name: string, words: string[]) => set({ [name]: words.join(' ') }),
  }
}

/** Changes a part of the element that is an element of its own: a timer's definition. */
export function setPart(
  { modeler, element }: Pick<Editing, 'modeler' | 'element'>,
  part: BpmnElement,
  properties: Record<string, unknown>,
): void {
  service(modeler, 'modeling').updateModdleProperties(element, part, properties)
}

export const expression = (modeler: Modeler, body: string): BpmnElement =>
  service(modeler, 'moddle').create('bpmn:FormalExpression', { body })
