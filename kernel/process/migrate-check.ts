import type { Problem } from '../problems/problem.ts'
import { branchesWith, type Graph } from './graph.ts'
import { type Carried, forksAround, note, splitsOf } from './migrate-token.ts'
import { type Step, transitionsOf } from './model.ts'
import type { ForkRef, Token } from './state.ts'
import { eventOf, waitsFor, whenOf } from './waiting.ts'

/** Every reason why a token cannot stand where it would; `step` names the old one. */
export function checkToken(old: Graph, graph: Graph, { was, token }: Carried): Problem[] {
  const before = old.steps.get(was.step)!
  const step = graph.steps.get(token.step)
  if (!step) return [note('step-missing', { step: was.step, target: token.step })]
  if (step.kind !== before.kind) return [note('kind-changed', { step: was.step, target: step.id })]
  return [...checkPlace(graph, was, token), ...checkWork(was, token, before, step), ...checkSides(graph, was, token)]
}

function checkPlace(graph: Graph, was: Token, token: Token): Problem[] {
  const around = token.aside ? [] : (graph.contexts.get(token.step) ?? [])
  const elsewhere = [note('other-split', { step: was.step, target: token.step })]
  const forks = forksAround(token)
  if (splitsOf(forks) !== around.join()) return elsewhere
  if (forks.some(({ split, branch }) => !branchesWith(graph, split, token.step).includes(branch))) return elsewhere
  return token.detour && !isPath(graph, token.detour) ? elsewhere : []
}

/** The splits a returned branch goes through again must lie in each other as they did, with these branches. */
const isPath = (graph: Graph, detour: ForkRef[]): boolean =>
  detour.every(({ split, branch }, i) => {
    const step = graph.steps.get(split)
    const inside = splitsOf(detour.slice(0, i)) === graph.contexts.get(split)?.join()
    return inside && step && transitionsOf(step).some(({ name }) => name === branch)
  })

/** What people, jobs and messages have been asked for must still be what the step asks for. */
function checkWork(was: Token, token: Token, before: Step, step: Step): Problem[] {
  const at = { step: was.step, target: step.id }
  if (step.kind === 'userTask') {
    const signed = step.coSign !== undefined && (step.coSign.need === 'none') === (token.aside ?? false)
    const wasSigned = token.tasks?.every(({ signer }) => signer !== undefined) ?? false
    const outcomes = step.transitions.map(({ name }) => name)
    const strange = (token.votes ?? []).find(({ outcome }) => !outcomes.includes(outcome))
    return [
      ...(token.tasks && wasSigned !== signed ? [note('co-sign-changed', at)] : []),
      ...(strange ? [note('outcome-missing', { ...at, outcome: strange.outcome })] : []),
    ]
  }
  return sameWait(before, step) ? [] : [note('wait-changed', at)]
}

function sameWait(before: Step, step: Step): boolean {
  if (before.kind === 'serviceTask' && step.kind === 'serviceTask') return before.job === step.job
  if (before.kind === 'subCase' && step.kind === 'subCase')
    return before.process === step.process && (before.each === undefined) === (step.each === undefined)
  if (whenOf(before) !== undefined) return whenOf(step) !== undefined
  return waitsFor(before) === waitsFor(step) && eventOf(before) === eventOf(step)
}

/** A side path is one still: what does not interrupt must not have become what does. */
function checkSides(graph: Graph, was: Token, token: Token): Problem[] {
  const sides = token.forks.map(({ split }) => graph.steps.get(split))
  const interrupts = sides.some((one) => one?.kind === 'boundary' && one.interrupting)
  return interrupts ? [note('boundary-changed', { step: was.step, target: token.step })] : []
}

/** Boundary events with what they stand beside, and exclusive sets with who is at work in them. */
export function checkSets(graph: Graph, carried: Carried[]): Problem[] {
  return carried.flatMap(({ was, token }) => {
    const step = graph.steps.get(token.step)
    if (!step) return []
    const at = { step: was.step, target: token.step }
    const misplaced =
      step.kind === 'boundary' && token.guards !== undefined && !standsBeside(step.attachedTo, token.guards, carried)
    return [
      ...(misplaced ? [note('boundary-changed', at)] : []),
      ...(fitsSet(graph, token, step, carried) ? [] : [note('exclusive-changed', at)]),
    ]
  })
}

const standsBeside = (attachedTo: string, guards: string, carried: Carried[]): boolean =>
  carried.some(({ token: { watch, step, forks, detour } }) =>
    watch === guards
      ? step === attachedTo
      : [...forks, ...(detour ?? [])].some(({ fork, split }) => fork === guards && split === attachedTo),
  )

/** One at work in a set; at its door only while it is busy. */
function fitsSet(graph: Graph, token: Token, step: Step, carried: Carried[]): boolean {
  const set = 'exclusive' in step ? step.exclusive : undefined
  const atWork = carried.filter(({ token: other }) => {
    const at = graph.steps.get(other.step)
    return set !== undefined && !other.blocked && at && 'exclusive' in at && at.exclusive === set
  })
  return token.blocked ? atWork.length === 1 : atWork.length <= 1
}
