import type { BpmnElement } from 'bpmn-moddle'
import { invalid, type Problem } from '../../problems/problem.ts'
import type { ProcessModel } from '../model.ts'
import { pairJoins } from './pair-joins.ts'
import { flowsOf, type Source, stepFrom, unsupported } from './read-steps.ts'
import { newModdle } from './vocabulary.ts'

export type BpmnReading =
  | {
      model: ProcessModel
      /** elements without meaning for the flow that were passed over: lanes, notes, data */
      ignored: string[]
    }
  | { problems: Problem[] }

/** Kinds that only explain. */
const NOTES = ['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']

/**
 * A model from BPMN 2.0 XML. Everything that is not supported is refused by element and name, all at once. What comes
 * out still goes through `checkModel`: foreign models name no roles and forms of ours.
 */
export async function readBpmn(xml: string): Promise<BpmnReading> {
  const parsed = await parse(xml)
  if (!parsed) return { problems: [invalid('process.bpmn.unreadable')] }
  if (parsed.damage.length > 0)
    return { problems: parsed.damage.map((message) => invalid('process.bpmn.damaged', { message })) }
  const processes = (parsed.definitions.rootElements ?? []).filter(({ $type }) => $type === 'bpmn:Process')
  const [process] = processes
  if (!process || processes.length > 1)
    return { problems: [invalid('process.bpmn.one-process', { found: processes.length })] }
  return modelFrom(process)
}

/** The parser leaves out what it cannot read and only warns: duplicate ids, elements in wrong places. */
async function parse(xml: string): Promise<{ definitions: BpmnElement; damage: string[] } | undefined> {
  try {
    const { rootElement, warnings } = await newModdle().fromXML(xml)
    if (rootElement.$type !== 'bpmn:Definitions') return undefined
    const damage = warnings.map(({ message }) => message).filter((message) => message.startsWith('unparsable'))
    return { definitions: rootElement, damage }
  } catch {
    return undefined
  }
}

function modelFrom(process: BpmnElement): BpmnReading {
  const elements = process.flowElements ?? []
  const source: Source = { flows: elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow'), elements }
  const notes = elements.filter(({ $type }) => NOTES.includes($type))
  const starts = elements.filter(({ $type }) => $type === 'bpmn:StartEvent')
  const nodes = elements.filter((one) => !notes.includes(one) && !starts.includes(one) && !isPart(one))
  const problems = [
    ...startProblems(starts, source),
    ...source.flows.flatMap(looseFlow),
    ...nodes.flatMap((node) => unsupported(node, source)),
  ]
  if (problems.length > 0) return { problems }
  const limitDays = process.get('yutu:limitDays') as number | undefined
  const model: ProcessModel = {
    key: process.id,
    version: (process.get('yutu:version') as number | undefined) ?? 1,
    title: {
      zh: process.name ?? process.id,
      en: (process.get('yutu:titleEn') as string | undefined) ?? process.name ?? process.id,
    },
    start: flowsOf(starts[0]!, source)[0]!.targetRef!.id,
    ...(limitDays && { limitDays }),
    steps: pairJoins(
      flowsOf(starts[0]!, source)[0]!.targetRef!.id,
      nodes.map((node) => stepFrom(node, source)),
    ),
  }
  const aside = [...notes, ...(process.laneSets ?? []), ...(process.artifacts ?? [])]
  return { model, ignored: aside.map(({ $type, id, name }) => `${$type} ${name ?? id}`) }
}

/** Read together with the node they belong to. */
const isPart = ({ $type }: BpmnElement): boolean => $type === 'bpmn:SequenceFlow' || $type === 'bpmn:BoundaryEvent'

function looseFlow({ id, sourceRef, targetRef }: BpmnElement): Problem[] {
  return sourceRef && targetRef ? [] : [invalid('process.bpmn.loose-flow', { id })]
}

function startProblems(starts: BpmnElement[], source: Source): Problem[] {
  const [start] = starts
  const plain = start && starts.length === 1 && !start.eventDefinitions?.length && flowsOf(start, source).length === 1
  return plain ? [] : [invalid('process.bpmn.one-start', { found: starts.length })]
}
