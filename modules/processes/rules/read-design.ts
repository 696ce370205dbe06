import { type BpmnElement, BpmnModdle } from 'bpmn-moddle'
import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { Problem } from '../../../kernel/problems/problem.ts'
import { plainIds } from '../../../kernel/process/bpmn/plain-ids.ts'
import { readBpmn } from '../../../kernel/process/bpmn/read-bpmn.ts'
import { YUTU } from '../../../kernel/process/bpmn/yutu-descriptor.ts'
import type { ProcessModel } from '../../../kernel/process/model.ts'
import { CASE } from './case-vocabulary.ts'

export type DesignReading = { process: CaseProcess; ignored: string[] } | { problems: Problem[] }

export const designModdle = (): BpmnModdle => new BpmnModdle({ yutu: YUTU, case: CASE })

/** The process a drawing stands for, complete with what only cases need; or every element that is not supported. */
export async function readDesign(xml: string): Promise<DesignReading> {
  const reading = await readBpmn(xml)
  if ('problems' in reading) return reading
  const { rootElement } = await designModdle().fromXML(plainIds(xml))
  const drawn = drawnProcess(rootElement)
  return { process: { ...reading.model, ...caseParts(drawn) }, ignored: reading.ignored }
}

/** The process that says what happens: a pool of others may stand before it, as a name only. */
export function drawnProcess({ rootElements = [] }: BpmnElement): BpmnElement {
  const all = rootElements.filter(({ $type }) => $type === 'bpmn:Process')
  return all.find(({ flowElements }) => flowElements?.length) ?? all[0]!
}

/** Every node, those inside sub-processes included. */
export const nodesIn = ({ flowElements = [] }: BpmnElement): BpmnElement[] =>
  flowElements.flatMap((node) => (node.$type === 'bpmn:SequenceFlow' ? [] : [node, ...nodesIn(node)]))

const textOf = (element: BpmnElement, name: string): string => (element.get(`case:${name}`) as string | undefined) ?? ''
const wholeOf = (element: BpmnElement, name: string) => element.get(`case:${name}`) as number | undefined
const words = (text: string): string[] => text.split(' ').filter(Boolean)

type CaseParts = Omit<CaseProcess, keyof ProcessModel | 'decisions'>

function caseParts(drawn: BpmnElement): CaseParts {
  const form = textOf(drawn, 'filingForm')
  const writable = textOf(drawn, 'filingWritable')
  const separated = nodesIn(drawn)
    .map((node) => [node.id, words(textOf(node, 'separateFrom'))] as const)
    .filter(([, from]) => from.length > 0)
  const escalated = [drawn, ...nodesIn(drawn)].flatMap((element) => {
    const role = textOf(element, 'escalateTo')
    const rule = { role, afterDays: Number(textOf(element, 'escalateAfter') || 0) }
    return role ? [[element === drawn ? '*' : element.id, rule] as const] : []
  })
  const signed = nodesIn(drawn).flatMap((node) => (textOf(node, 'signed') === 'true' ? node.id : []))
  const handled = nodesIn(drawn).flatMap((node) => {
    const field = textOf(node, 'handledBy')
    return field ? [[node.id, field] as const] : []
  })
  return {
    business: textOf(drawn, 'business'),
    numbers: textOf(drawn, 'numbers'),
    ...clockParts(drawn),
    ...(separated.length > 0 && { separation: Object.fromEntries(separated) }),
    ...(escalated.length > 0 && { escalation: Object.fromEntries(escalated) }),
    ...(signed.length > 0 && { signed }),
    ...(handled.length > 0 && { handledBy: Object.fromEntries(handled) }),
    ...(form && { filing: { form, writable: writable === '*' ? 'all' : words(writable) } }),
  }
}

function clockParts(drawn: BpmnElement): Pick<CaseProcess, 'clock' | 'extension'> {
  const [step, way, role] = [textOf(drawn, 'clockStep'), textOf(drawn, 'clockWay'), textOf(drawn, 'extensionRole')]
  const deemedAfter = wholeOf(drawn, 'clockDeemedAfter')
  const [days, times] = [wholeOf(drawn, 'extensionDays'), wholeOf(drawn, 'extensionTimes')]
  return {
    ...(step && { clock: { step, way, ...(deemedAfter !== undefined && { deemedAfter }) } }),
    ...(days !== undefined && { extension: { days, times: times ?? 1, role } }),
  }
}
