import type { Problem } from '../problems/problem.ts'
import { checkFlow, modelProblem as problem } from './check-flow.ts'
import { type ProcessModel, type Step, transitionsOf } from './model.ts'

/** What the model may name; a list that is absent is not checked. */
export type Known = {
  roles?: string[]
  forms?: string[]
  jobs?: string[]
  isExpression?: (text: string) => boolean
}

/** Everything that keeps a model from running soundly, in words a designer can act on; empty when it may be published. */
export function checkModel(model: ProcessModel, known: Known = {}): Problem[] {
  const ids = model.steps.map(({ id }) => id)
  const own = [
    ...twice(ids).map((id) => problem('duplicate-id', { step: id })),
    ...(ids.includes(model.start) ? [] : [problem('unknown-step', { step: model.key, target: model.start })]),
    ...model.steps.flatMap((step) => checkStep(step, ids, known)),
  ]
  // Walking a model whose steps are missing or ambiguous would only report the same again.
  return own.length > 0 ? own : checkFlow(model)
}

const twice = (names: string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]

function checkStep(step: Step, ids: string[], known: Known): Problem[] {
  const targets = [...transitionsOf(step).map(({ to }) => to), ...('cancels' in step ? (step.cancels ?? []) : [])]
  return [
    ...targets.filter((to) => !ids.includes(to)).map((target) => problem('unknown-step', { step: step.id, target })),
    ...twice(transitionsOf(step).map(({ name }) => name)).map((name) =>
      problem('duplicate-transition', { step: step.id, name }),
    ),
    ...checkWays(step),
    ...checkNames(step, known),
    ...expressionsOf(step)
      .filter((text) => known.isExpression && !known.isExpression(text))
      .map((expression) => problem('unreadable-expression', { step: step.id, expression })),
  ]
}

/** How many ways out each kind must have, and which of them carry conditions. */
function checkWays(step: Step): Problem[] {
  if (step.kind === 'end') return []
  const { transitions, id } = step
  const defaults = transitions.filter(({ when }) => when === undefined).length
  if (step.kind === 'exclusive' || step.kind === 'inclusive') {
    return defaults === 1 ? [] : [problem(defaults === 0 ? 'no-default' : 'several-defaults', { step: id })]
  }
  if (defaults < transitions.length) return [problem('condition-misplaced', { step: id })]
  const least = step.kind === 'split' || step.kind === 'eventGateway' ? 2 : 1
  if (transitions.length < least) return [problem('too-few-ways', { step: id, least })]
  const single = step.kind === 'join' || step.kind === 'timer' || step.kind === 'receive'
  return single && transitions.length > 1 ? [problem('too-many-ways', { step: id })] : checkServiceWays(step)
}

function checkServiceWays(step: Step): Problem[] {
  if (step.kind !== 'serviceTask') return []
  const [first, second, ...more] = step.transitions
  const fine = first?.name !== 'failed' && (!second || second.name === 'failed') && more.length === 0
  return fine ? [] : [problem('service-ways', { step: step.id })]
}

function checkNames(step: Step, known: Known): Problem[] {
  const unknown = (kind: string, name: string, names: string[] | undefined): Problem[] =>
    names && !names.includes(name) ? [problem(`unknown-${kind}`, { step: step.id, name })] : []
  if (step.kind === 'serviceTask') return unknown('job', step.job, known.jobs)
  if (step.kind !== 'userTask') return []
  const outcomes = step.transitions.map(({ name }) => name)
  const counted = step.coSign ? [step.coSign.pass, step.coSign.otherwise] : []
  return [
    ...unknown('role', step.role, known.roles),
    ...unknown('form', step.form, known.forms),
    ...counted
      .filter((name) => !outcomes.includes(name))
      .map((name) => problem('unknown-outcome', { step: step.id, name })),
  ]
}

function expressionsOf(step: Step): string[] {
  const conditions = transitionsOf(step).flatMap(({ when }) => when ?? [])
  if (step.kind === 'userTask' && step.coSign) return [step.coSign.signers]
  return step.kind === 'timer' && 'until' in step.wait ? [step.wait.until] : conditions
}
