import type { BpmnElement } from 'bpmn-moddle'
import type { CoSign, Transition, UserTask, Verb } from '../model.ts'
import { caughtBy } from './catchers.ts'
import { eachOf, listOf, needOf, refuseLoop } from './read-loop.ts'
import { bordersOf, flowsFrom, ignore, type Reading, refuseElement, type Scope } from './scope.ts'
import { foreign, kindOf, table, text, whole, words } from './vocabulary.ts'
import { add, outcomeOf, titleOf, wayOn, waysOf } from './ways.ts'
import { defined, listed, workOf } from './work-of.ts'

/** Ways a person chooses from where the flows say so; else the one way on. */
function outcomesOf(node: BpmnElement, scope: Scope, reading: Reading): Transition[] {
  const flows = flowsFrom(node, scope)
  const chosen = flows.length > 1 && flows.every((flow) => outcomeOf(flow) !== undefined)
  return chosen ? waysOf(node, scope, reading) : wayOn(node, scope, reading)
}

export function readUserTask(node: BpmnElement, scope: Scope, reading: Reading): void {
  const transitions = outcomesOf(node, scope, reading)
  const coSign = coSignOf(node, transitions, reading)
  const verbs = words(node, 'verbs') as Verb[]
  add(reading, {
    ...workOf(node),
    kind: 'userTask',
    transitions,
    role: text(node, 'role') ?? groupOf(node) ?? '',
    verbs: verbs.length > 0 ? verbs : ['claim', 'complete', 'return'],
    form: text(node, 'form') ?? foreign(node, 'formKey') ?? '',
    writable: words(node, 'writable'),
    assignment: (text(node, 'assignment') as UserTask['assignment'] | undefined) ?? 'pool',
    ...defined({
      required: listed(node, 'required'),
      hidden: listed(node, 'hidden'),
      limitDays: whole(node, 'limitDays') || undefined,
      coSign,
    }),
  })
}

/** The first group a task is offered to in other engines, where it is named and not computed. */
function groupOf(node: BpmnElement): string | undefined {
  const group = foreign(node, 'candidateGroups')?.split(',')[0]?.trim()
  return group && !group.includes('{') ? group : undefined
}

function coSignOf(node: BpmnElement, [first]: Transition[], reading: Reading): CoSign | undefined {
  const signers = text(node, 'signers')
  if (signers) return ownCoSign(node, signers)
  const loop = node.loopCharacteristics
  if (!loop) return undefined
  const named = listOf(loop)
  const need = needOf(loop)
  if (!named || need === undefined) {
    refuseElement(reading, 'loop', node)
    return undefined
  }
  const way = first!.name
  return { signers: named, pass: way, otherwise: way, need, ...(loop.isSequential && { inTurn: true as const }) }
}

function ownCoSign(node: BpmnElement, signers: string): CoSign {
  const need = text(node, 'need') ?? 'all'
  const ratio = /^ratio (.+)$/.exec(need)?.[1]
  const onReturn = text(node, 'onReturn') as CoSign['onReturn']
  const inTurn = node.loopCharacteristics?.isSequential
  return {
    signers,
    pass: text(node, 'pass') ?? '',
    otherwise: text(node, 'otherwise') ?? '',
    need: ratio ? { ratio: Number(ratio) } : need === 'all' || need === 'none' ? need : Number(need),
    ...(onReturn && { onReturn }),
    ...(inTurn && { inTurn: true }),
  }
}

/** Service, script and send tasks are done by jobs; a script itself is not run. */
export function readService(node: BpmnElement, scope: Scope, reading: Reading): void {
  const job = text(node, 'job') ?? ''
  if (!job && node.$type === 'bpmn:ScriptTask') ignore(reading, node, 'script')
  refuseLoop(node, reading)
  const transitions = [...wayOn(node, scope, reading), ...failedWay(node, scope, reading)]
  add(reading, { ...workOf(node), kind: 'serviceTask', transitions, job, retries: whole(node, 'retries') ?? 0 })
}

export function readDecision(node: BpmnElement, scope: Scope, reading: Reading): void {
  const decision = text(node, 'decision') ?? foreign(node, 'decisionRef') ?? foreign(node, 'rules') ?? ''
  refuseLoop(node, reading)
  const transitions = [...wayOn(node, scope, reading), ...failedWay(node, scope, reading)]
  const asked = {
    version: text(node, 'decisionVersion'),
    inputs: table(node, 'inputs'),
    outputs: table(node, 'outputs'),
  }
  add(reading, { id: node.id, title: titleOf(node), kind: 'decision', transitions, decision, ...defined(asked) })
}

/** An error on the border, or one of the part around, is where the job goes when it has given up. */
function failedWay(node: BpmnElement, scope: Scope, reading: Reading): Transition[] {
  const border = bordersOf(node, scope).find((event) => kindOf(event) === 'Error')
  if (border) {
    const ways = wayOn(border, scope, reading)
    for (const { id } of flowsFrom(border, scope)) reading.drawn.set(id, `${node.id}>failed`)
    return ways.map((way) => ({ ...way, name: 'failed' }))
  }
  const event = caughtBy('Error', undefined, scope)
  if (event === undefined) return []
  const id = `${node.id}.error`
  add(reading, {
    id,
    title: titleOf(node),
    kind: 'throw',
    event,
    local: true,
    transitions: wayOn(unconnected(id), scope, reading),
  })
  return [{ name: 'failed', to: id }]
}

/** Stands for an element without flows, to be given an end of its own. */
const unconnected = (id: string): BpmnElement => ({ $type: '', id, get: () => undefined })

export function readSubCase(node: BpmnElement, scope: Scope, reading: Reading): void {
  const each = eachOf(node, reading)
  const inTurn = each !== undefined && node.loopCharacteristics?.isSequential
  const errors = bordersOf(node, scope).filter((event) => kindOf(event) === 'Error')
  const rejected = errors.flatMap((event) => {
    const code = event.eventDefinitions![0]!.errorRef
    return wayOn(event, scope, reading).map((way) => ({ ...way, name: code?.errorCode ?? code?.name ?? 'cancelled' }))
  })
  add(reading, {
    ...workOf(node),
    kind: 'subCase',
    process: node.calledElement ?? '',
    transitions: [...outcomesOf(node, scope, reading), ...rejected],
    ...defined({
      each,
      inTurn: inTurn ? (true as const) : undefined,
      version: whole(node, 'processVersion'),
      inputs: table(node, 'inputs'),
      outputs: table(node, 'outputs'),
    }),
  })
}

export function readReceive(node: BpmnElement, scope: Scope, reading: Reading): void {
  refuseLoop(node, reading)
  const event = text(node, 'event') ?? node.messageRef?.name ?? node.id
  add(reading, { ...workOf(node), kind: 'receive', event, transitions: wayOn(node, scope, reading) })
}
