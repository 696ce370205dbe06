import type { BpmnElement } from 'bpmn-moddle'
import type { CaseProcess, Escalation } from '../../../kernel/cases/case-process.ts'
import { writeBpmn } from '../../../kernel/process/bpmn/write-bpmn.ts'
import { designModdle, nodesIn } from './read-design.ts'

/** The process as a drawing that can be edited: BPMN 2.0 with diagram; `readDesign` gives the same process back. */
export async function writeDesign(process: CaseProcess): Promise<string> {
  const moddle = designModdle()
  const { rootElement } = await moddle.fromXML(await writeBpmn(process))
  const drawn = rootElement.rootElements!.find(({ $type }) => $type === 'bpmn:Process')!
  setParts(drawn, process)
  return (await moddle.toXML(rootElement, { format: true })).xml
}

type Settable = BpmnElement & { set(name: string, value: string): void }

function setParts(
  drawn: BpmnElement,
  { business, numbers, separation = {}, escalation = {}, filing }: CaseProcess,
): void {
  const set = (element: BpmnElement, name: string, value: string) => (element as Settable).set(`case:${name}`, value)
  set(drawn, 'business', business)
  set(drawn, 'numbers', numbers)
  if (filing) {
    set(drawn, 'filingForm', filing.form)
    set(drawn, 'filingWritable', filing.writable === 'all' ? '*' : filing.writable.join(' '))
  }
  const escalate = (element: BpmnElement, rule: Escalation | undefined) => {
    if (!rule) return
    set(element, 'escalateTo', rule.role)
    set(element, 'escalateAfter', String(rule.afterDays))
  }
  escalate(drawn, escalation['*'])
  for (const node of nodesIn(drawn)) {
    const from = separation[node.id]
    if (from) set(node, 'separateFrom', from.join(' '))
    escalate(node, escalation[node.id])
  }
}
