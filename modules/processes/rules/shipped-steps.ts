import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { type Step, transitionsOf } from '../../../kernel/process/model.ts'
import { type Finding, finding } from './finding.ts'

/**
 * A process that comes with the program and is not filed at the desk is worked on by the program's own acts: they know its
 * steps and their ways out by name. Roles, limits, verbs, conditions and further steps are free.
 */
export function keepsShippedSteps(design: CaseProcess, shipped: CaseProcess): Finding[] {
  if (shipped.filing) return []
  const drawn = new Map(design.steps.map((step) => [step.id, step]))
  return shipped.steps.filter(isWorkedOn).flatMap((step) => {
    const kept = drawn.get(step.id)
    if (kept?.kind !== step.kind) return [finding('shipped-step-missing', { target: step.id, title: step.title.zh })]
    return lostWays(step, kept)
  })
}

const isWorkedOn = ({ kind }: Step): boolean => kind === 'userTask' || kind === 'serviceTask' || kind === 'receive'

function lostWays(step: Step, kept: Step): Finding[] {
  const names = transitionsOf(kept).map(({ name }) => name)
  const lost = transitionsOf(step).filter(({ name }) => !names.includes(name))
  return lost.map(({ name }) => finding('shipped-way-missing', { step: step.id, name }))
}
