import type { BpmnElement } from 'bpmn-moddle'
import { invalid, type Problem } from '../../problems/problem.ts'
import type { ProcessModel, Step } from '../model.ts'
import { eventParts } from './catchers.ts'
import { type Layout, readLayout } from './layout.ts'
import { pairJoins } from './pair-joins.ts'
import { plainIds } from './plain-ids.ts'
import { triggerOf } from './read-event.ts'
import { readEventParts, readPart } from './read-part.ts'
import { flowsFrom, ignore, type Reading, refuseElement, type Scope, scopeOf } from './scope.ts'
import { entryOf } from './targets.ts'
import { kindOf, newModdle, whole } from './vocabulary.ts'
import { titleOf } from './ways.ts'

export type BpmnReading =
  | {
      model: ProcessModel
      layout: Layout
      /** elements without meaning for the flow that were passed over: lanes, notes, data, scripts */
      ignored: string[]
    }
  | { problems: Problem[] }

/**
 * A model from BPMN 2.0 XML. Everything that is not supported is refused by element and name, all at once, with what to
 * use instead. What comes out still goes through `checkModel`: foreign models name no roles and forms of ours.
 * `process`: id of the one to read where a file has several.
 */
export async function readBpmn(xml: string, process?: string): Promise<BpmnReading> {
  const parsed = await parse(xml)
  if (!parsed) return { problems: [invalid('process.bpmn.unreadable')] }
  if (parsed.damage.length > 0)
    return { problems: parsed.damage.map((message) => invalid('process.bpmn.damaged', { message })) }
  const processes = processesOf(parsed.definitions)
  const chosen = process === undefined ? processes : processes.filter(({ id }) => id === process)
  if (chosen.length !== 1) {
    const ids = processes.map(({ id }) => id).join('、')
    return { problems: [invalid('process.bpmn.one-process', { found: processes.length, ids })] }
  }
  return readProcess(chosen[0]!, parsed.definitions)
}

/** Ids of the processes in a file that say what happens; a pool that is only a name does not. */
export async function processIds(xml: string): Promise<string[]> {
  const parsed = await parse(xml)
  return parsed ? processesOf(parsed.definitions).map(({ id }) => id) : []
}

const processesOf = (definitions: BpmnElement): BpmnElement[] =>
  (definitions.rootElements ?? []).filter(({ $type, flowElements }) => $type === 'bpmn:Process' && flowElements?.length)

/** The parser leaves out what it cannot read and only warns: duplicate ids, elements in wrong places. */
async function parse(xml: string): Promise<{ definitions: BpmnElement; damage: string[] } | undefined> {
  try {
    const { rootElement, warnings } = await newModdle().fromXML(plainIds(xml))
    if (rootElement.$type !== 'bpmn:Definitions') return undefined
    const damage = warnings.map(({ message }) => message).filter((message) => message.startsWith('unparsable'))
    return { definitions: rootElement, damage }
  } catch {
    return undefined
  }
}

function readProcess(process: BpmnElement, definitions: BpmnElement): BpmnReading {
  const reading: Reading = { steps: [], problems: [], ignored: [], drawn: new Map() }
  refuseSize(process, reading)
  if (reading.problems.length > 0) return { problems: reading.problems }
  giveIds(process)
  const scope = scopeOf(process)
  readPart(scope, reading)
  const start = readWhole(scope, reading)
  const opening = readTrigger(scope, reading)
  if (reading.problems.length > 0) return { problems: reading.problems }
  const limitDays = whole(process, 'limitDays')
  const model: ProcessModel = {
    key: process.id,
    version: whole(process, 'version') ?? 1,
    title: titleOf(process),
    start,
    ...(limitDays && { limitDays }),
    ...opening,
    steps: reading.steps,
  }
  return { model: pairJoins(model), layout: readLayout(definitions, reading.drawn), ignored: reading.ignored }
}

/** Nodes and flows of one diagram, and how deep in one another; more nobody can look over, and a file can be made to hold up everybody. */
const [MOST_ELEMENTS, MOST_DEEP] = [2000, 40]

function refuseSize(process: BpmnElement, reading: Reading): void {
  let level = [process]
  let found = 0
  for (let deep = 0; level.length > 0; deep++) {
    if (deep > MOST_DEEP) {
      refuseElement(reading, 'too-deep', level[0]!, { most: MOST_DEEP })
      return
    }
    const inside = level.flatMap(({ flowElements }) => flowElements ?? [])
    found += inside.length
    level = inside.filter(({ flowElements }) => flowElements?.length)
  }
  if (found > MOST_ELEMENTS) refuseElement(reading, 'too-large', process, { found, most: MOST_ELEMENTS })
}

/** BPMN allows elements without id; a model does not. */
function giveIds(part: BpmnElement): void {
  for (const [i, element] of (part.flowElements ?? []).entries()) {
    element.id ||= `${part.id}.${i + 1}`
    giveIds(element)
  }
}

/** The first step; event sub-processes of the whole process stand on a split around all of it. */
function readWhole(scope: Scope, reading: Reading): string {
  const first = entryOf(scope, reading)
  if (eventParts(scope).length === 0) return first
  const id = `${scope.element.id}.all`
  const all: Step = { id, title: titleOf(scope.element), kind: 'split', transitions: [{ name: 'inside', to: first }] }
  reading.steps.unshift(all)
  readEventParts(scope, id, undefined, reading)
  return id
}

/** What opens a case is for who reads it: one that cannot be said here (a cycle, a condition) is passed over. */
function readTrigger(scope: Scope, reading: Reading): Pick<ProcessModel, 'trigger'> {
  const start = scope.elements.find(({ $type }) => $type === 'bpmn:StartEvent')
  if (start) for (const { id } of flowsFrom(start, scope)) reading.drawn.set(id, 'start')
  if (!start || kindOf(start) === 'None') return {}
  const unread: Reading = { ...reading, problems: [] }
  const trigger = triggerOf(start, unread)
  if (trigger) return { trigger }
  ignore(reading, start, kindOf(start))
  return {}
}
