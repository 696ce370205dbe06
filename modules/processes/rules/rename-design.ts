import type { BpmnElement } from 'bpmn-moddle'
import { plainIds } from '../../../kernel/process/bpmn/plain-ids.ts'
import { designModdle, drawnProcess } from './read-design.ts'

type Names = { key: string; title?: string; business?: string }
type Settable = BpmnElement & { set(name: string, value: string): void }

/** The same drawing as a process of another key: the diagram stays as it was drawn. */
export async function renamed(xml: string, { key, title, business }: Names): Promise<string> {
  const moddle = designModdle()
  const { rootElement } = await moddle.fromXML(plainIds(xml))
  const process = drawnProcess(rootElement) as Settable
  process.set('id', key)
  if (title !== undefined) process.set('name', title)
  if (business !== undefined) process.set('case:business', business)
  return (await moddle.toXML(rootElement, { format: true })).xml
}
