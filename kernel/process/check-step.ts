import { type Finding, fault } from './check-finding.ts'
import { type CoSign, type ParallelSplit, type ProcessModel, type Step, transitionsOf, type UserTask } from './model.ts'
import { waitOf, waitsFor, whenOf } from './waiting.ts'

/** What the model may name; a list that is absent is not checked. */
export type Known = {
  roles?: string[]
  forms?: string[]
  jobs?: string[]
  /** decision tables: `key`, or `key@version` */
  decisions?: string[]
  /** keys of the processes a sub-case may open */
  processes?: string[]
  isExpression?: (text: string) => boolean
}

/** What is wrong with one step for itself: names, ways out, expressions. */
export function checkStep(step: Step, model: ProcessModel, known: Known): Finding[] {
  return [
    ...checkTargets(step, model),
    ...checkWays(step, model),
    ...checkNames(step, known),
    ...(step.kind === 'userTask' ? checkPerson(step) : []),
    ...(step.kind === 'subCase' && step.each !== undefined && step.exclusive !== undefined
      ? [fault('exclusive-each', { step: step.id })]
      : []),
    ...(step.kind === 'split' && step.each !== undefined ? checkEach(step, model) : []),
    ...checkBorder(step, model),
    ...expressionsOf(step)
      .filter(({ text }) => known.isExpression && !known.isExpression(text))
      .map(({ text: expression, transition }) =>
        fault('unreadable-expression', { step: step.id, expression, ...(transition && { transition }) }),
      ),
  ]
}

function checkTargets(step: Step, { steps }: ProcessModel): Finding[] {
  const ways = transitionsOf(step)
  const kindOf = (id: string) => steps.find((one) => one.id === id)?.kind
  const lost = ways.filter(({ to }) => !kindOf(to))
  const ontoBorder = ways.filter(({ to }) => kindOf(to) === 'boundary')
  const named = 'cancels' in step ? (step.cancels ?? []) : []
  const double = ways.filter(({ name }, i) => ways.findIndex((way) => way.name === name) < i)
  return [
    ...lost.map(({ name, to }) => fault('unknown-step', { step: step.id, transition: name, target: to })),
    ...named.filter((id) => !kindOf(id)).map((target) => fault('unknown-step', { step: step.id, target })),
    ...ontoBorder.map(({ name, to }) => fault('leads-to-boundary', { step: step.id, transition: name, target: to })),
    ...double.map(({ name }) => fault('duplicate-transition', { step: step.id, transition: name, name })),
  ]
}

/** How many ways out each kind must have, and which of them carry conditions. */
function checkWays(step: Step, model: ProcessModel): Finding[] {
  if (step.kind === 'end') return []
  const { transitions, id } = step
  const plain = transitions.filter(({ when }) => when === undefined)
  if (step.kind === 'exclusive' || step.kind === 'inclusive') {
    if (plain.length === 0) return [fault('no-default', { step: id })]
    return plain.slice(1).map(({ name }) => fault('several-defaults', { step: id, transition: name }))
  }
  const misplaced = transitions.filter(({ when }) => when !== undefined)
  if (misplaced.length > 0)
    return misplaced.map(({ name }) => fault('condition-misplaced', { step: id, transition: name }))
  const [least, most] = numberOfWays(step, model)
  if (transitions.length < least) return [fault('too-few-ways', { step: id, least })]
  if (transitions.length > most) return [fault('too-many-ways', { step: id, most })]
  return checkFailedWay(step)
}

/** A split with one way is a sub-process: it has its join, or boundary events. */
function numberOfWays(step: Step, { steps }: ProcessModel): [least: number, most: number] {
  if (step.kind === 'split') return [steps.some((one) => closesOrGuards(one, step.id)) ? 1 : 2, 1e9]
  if (step.kind === 'eventGateway') return [2, 1e9]
  if (step.kind === 'userTask' || step.kind === 'subCase') return [1, 1e9]
  return [1, step.kind === 'serviceTask' || step.kind === 'decision' ? 2 : 1]
}

const closesOrGuards = (one: Step, split: string): boolean =>
  (one.kind === 'join' && one.split === split) || (one.kind === 'boundary' && one.attachedTo === split)

function checkFailedWay(step: Step): Finding[] {
  if (step.kind !== 'serviceTask' && step.kind !== 'decision') return []
  const [first, second] = step.transitions
  const fine = first?.name !== 'failed' && (!second || second.name === 'failed')
  return fine ? [] : [fault('service-ways', { step: step.id })]
}

function checkNames(step: Step, known: Known): Finding[] {
  const unknown = (kind: string, name: string, names: string[] | undefined): Finding[] =>
    names && !names.includes(name) ? [fault(`unknown-${kind}`, { step: step.id, name })] : []
  if (step.kind === 'serviceTask') return unknown('job', step.job, known.jobs)
  if (step.kind === 'subCase') return unknown('process', step.process, known.processes)
  if (step.kind === 'decision') {
    const name = step.version === undefined ? step.decision : `${step.decision}@${step.version}`
    return unknown('decision', name, known.decisions)
  }
  if (step.kind !== 'userTask') return []
  return [...unknown('role', step.role, known.roles), ...unknown('form', step.form, known.forms)]
}

function checkPerson({ id, transitions, coSign, exclusive }: UserTask): Finding[] {
  if (!coSign) return []
  const outcomes = transitions.map(({ name }) => name)
  const counted = coSign.need === 'none' ? [coSign.pass] : [coSign.pass, coSign.otherwise]
  const unknown = counted.filter((name) => !outcomes.includes(name))
  return [
    ...unknown.map((name) => fault('unknown-outcome', { step: id, name })),
    ...(isNeed(coSign.need) ? [] : [fault('need-impossible', { step: id })]),
    ...(coSign.need === 'none' && exclusive !== undefined ? [fault('exclusive-readers', { step: id })] : []),
  ]
}

function isNeed(need: CoSign['need']): boolean {
  if (typeof need === 'object') return need.ratio > 0 && need.ratio <= 1
  return typeof need === 'string' || (Number.isInteger(need) && need >= 1)
}

/** A part that is gone once for each of a list has one way in, and the join behind which an empty list goes on. */
function checkEach({ id, transitions }: ParallelSplit, { steps }: ProcessModel): Finding[] {
  const joined = steps.some((one) => one.kind === 'join' && one.split === id)
  return joined && transitions.length === 1 ? [] : [fault('each-needs-part', { step: id })]
}

function checkBorder(step: Step, { steps }: ProcessModel): Finding[] {
  if (step.kind !== 'boundary') return []
  const repeats = step.times !== undefined && (step.interrupting || !('wait' in step.on) || step.times < 1)
  if (repeats) return [fault('times-misplaced', { step: step.id })]
  const host = steps.find(({ id }) => id === step.attachedTo)
  if (!host) return [fault('unknown-step', { step: step.id, target: step.attachedTo })]
  const isReading = host.kind === 'userTask' && host.coSign?.need === 'none'
  const waits =
    host.kind !== 'boundary' && (host.kind === 'userTask' || waitsFor(host) !== undefined || host.kind === 'condition')
  const scope = host.kind === 'split' || host.kind === 'inclusive'
  return (waits || scope) && !isReading ? [] : [fault('boundary-misplaced', { step: step.id, target: host.id })]
}

function expressionsOf(step: Step): { text: string; transition?: string }[] {
  const wait = waitOf(step)
  const all = (texts: Record<string, string> | undefined) => Object.values(texts ?? {}).map((text) => ({ text }))
  const one = (text: string | undefined) => (text === undefined ? [] : [{ text }])
  return [
    ...transitionsOf(step).flatMap(({ when, name }) => (when === undefined ? [] : { text: when, transition: name })),
    ...(step.kind === 'userTask' && step.coSign ? [{ text: step.coSign.signers }] : []),
    ...(wait && 'until' in wait ? [{ text: wait.until }] : []),
    ...one(whenOf(step)),
    ...one(step.kind === 'split' ? step.each : undefined),
    ...(step.kind === 'decision' ? all(step.inputs) : []),
    ...(step.kind === 'subCase' ? [...all(step.inputs), ...all(step.outputs), ...one(step.each)] : []),
  ]
}
