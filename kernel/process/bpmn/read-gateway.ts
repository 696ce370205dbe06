import type { BpmnElement } from 'bpmn-moddle'
import type { Join, ParallelSplit, Step, Transition } from '../model.ts'
import { flowsFrom, flowsTo, type Reading, refuseElement, type Scope } from './scope.ts'
import { text } from './vocabulary.ts'
import { add, addSplit, inclusiveWays, titleOf, wayOn, waysOf } from './ways.ts'

/** Which split a join closes is found later (`pair-joins.ts`) where the file does not say. */
export function readGateway(node: BpmnElement, scope: Scope, reading: Reading): void {
  if (isJoin(node, scope)) readJoin(node, scope, reading)
  else if (node.$type === 'bpmn:ComplexGateway') refuseElement(reading, 'complex', node)
  else if (node.get('eventGatewayType') === 'Parallel') refuseElement(reading, 'event-parallel', node)
  else add(reading, { id: node.id, title: titleOf(node), ...branching(node, scope, reading) })
}

type Branching =
  | Pick<Step & { kind: 'exclusive' | 'inclusive' | 'eventGateway' }, 'kind' | 'transitions'>
  | Pick<ParallelSplit, 'kind' | 'transitions' | 'each' | 'inTurn'>

function branching(node: BpmnElement, scope: Scope, reading: Reading): Branching {
  const out = flowsFrom(node, scope).length
  if (out === 0) return { kind: 'exclusive', transitions: wayOn(node, scope, reading) }
  if (node.$type === 'bpmn:EventBasedGateway')
    return { kind: 'eventGateway', transitions: waysOf(node, scope, reading) }
  if (node.$type === 'bpmn:ExclusiveGateway')
    return { kind: 'exclusive', transitions: oneDefault(node, scope, reading) }
  const branches = out > 1 || isOwn(node)
  if (branches && node.$type === 'bpmn:InclusiveGateway')
    return { kind: 'inclusive', transitions: inclusiveWays(node, scope, reading) }
  const each = text(node, 'each')
  const transitions = waysOf(node, scope, reading)
  return branches
    ? { kind: 'split', transitions, ...(each && { each }), ...inTurnOf(node) }
    : { kind: 'exclusive', transitions }
}

const inTurnOf = (node: BpmnElement) => (text(node, 'inTurn') === 'true' ? { inTurn: true as const } : {})

/** Written by us: what has one way only is a split all the same. */
const isOwn = (node: BpmnElement): boolean => text(node, 'titleEn') !== undefined

const isParallel = ({ $type }: BpmnElement): boolean =>
  $type === 'bpmn:ParallelGateway' || $type === 'bpmn:InclusiveGateway'

const isJoin = (node: BpmnElement, scope: Scope): boolean =>
  text(node, 'split') !== undefined || (isParallel(node) && !isOwn(node) && flowsTo(node, scope).length > 1)

/** The only way out of a gateway needs no condition. */
function oneDefault(node: BpmnElement, scope: Scope, reading: Reading): Transition[] {
  const ways = waysOf(node, scope, reading, true)
  return ways.length === 1 ? ways.map(({ when: _, ...way }) => way) : ways
}

/** A gateway that joins and splits again is two steps. */
function readJoin(node: BpmnElement, scope: Scope, reading: Reading): void {
  const need = text(node, 'need')
  const rest = text(node, 'rest') as Join['rest']
  const named = text(node, 'split')
  const unnamed = node.$type === 'bpmn:InclusiveGateway' ? MERGES : ''
  const split = named === undefined || named === NEAREST ? unnamed : named
  const again = flowsFrom(node, scope).length > 1
  const id = `${node.id}.split`
  if (again) addSplit(id, node, scope, reading, node.$type === 'bpmn:InclusiveGateway')
  const transitions = again ? [{ name: 'split', to: id }] : wayOn(node, scope, reading)
  const own = { ...(need && { need: Number(need) }), ...(rest && { rest }) }
  add(reading, { id: node.id, title: titleOf(node), kind: 'join', split, ...own, transitions })
}

/** Written in place of a split: this gateway joins, whichever split is the nearest around it. */
export const NEAREST = '*'

/** In place of a split until joins are paired: an inclusive gateway that finds none merges what comes, one by one. */
export const MERGES = '?'
