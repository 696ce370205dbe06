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

type Settable = BpmnElement & { set(name: string, value: unknown): void }

/** Attributes without a value are left out. */
function setAll(element: BpmnElement, values: Record<string, string | number | undefined>): void {
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) (element as Settable).set(`case:${name}`, value)
}

const escalate = (rule: Escalation | undefined) => ({
  escalateTo: rule?.role,
  escalateAfter: rule && String(rule.afterDays),
})

function setParts(drawn: BpmnElement, process: CaseProcess): void {
  const {
    business,
    numbers,
    separation = {},
    escalation = {},
    filing,
    clock,
    extension,
    signed = [],
    handledBy = {},
  } = process
  setAll(drawn, {
    ...{ business, numbers },
    ...escalate(escalation['*']),
    filingForm: filing?.form,
    filingWritable: filing && (filing.writable === 'all' ? '*' : filing.writable.join(' ')),
    ...{ clockStep: clock?.step, clockWay: clock?.way, clockDeemedAfter: clock?.deemedAfter },
    ...{ extensionDays: extension?.days, extensionTimes: extension?.times, extensionRole: extension?.role },
  })
  for (const node of nodesIn(drawn))
    setAll(node, {
      separateFrom: separation[node.id]?.join(' '),
      ...escalate(escalation[node.id]),
      signed: signed.includes(node.id) ? 'true' : undefined,
      handledBy: handledBy[node.id],
    })
}
