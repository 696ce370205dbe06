import type { Person } from '../identity/can.ts'
import { conflict, forbidden, type Problem } from '../problems/problem.ts'
import type { Verb } from '../process/model.ts'
import { isInPool } from './pool-rule.ts'
import type { CaseState, TaskRow } from './tables.ts'

export type TaskAct =
  | 'claim'
  | 'unclaim'
  | 'saveDraft'
  | 'complete'
  | 'return'
  | 'sendStraightBack'
  | 'withdraw'
  | 'reassign'
  | 'forceClaim'

/** All that decides who may do what with a task; plain JSON, so that a page can ask the same question. */
export type TaskFacts = {
  task: Pick<
    TaskRow,
    'state' | 'assignee' | 'done_by' | 'role' | 'business' | 'area_code' | 'organisation' | 'step' | 'revision'
  >
  caseState: CaseState
  number: string
  /** what the step offers */
  verbs: Verb[]
  /** name of whoever holds the task or has done it */
  heldBy: string | null
  /** a step the person did in this case that keeps them from this one (职责分离) */
  separatedBy: string | null
  person: Person
}

const OFFERED: Record<TaskAct, Verb> = {
  claim: 'claim',
  unclaim: 'claim',
  saveDraft: 'complete',
  complete: 'complete',
  return: 'return',
  sendStraightBack: 'sendStraightBack',
  withdraw: 'withdraw',
  reassign: 'reassign',
  forceClaim: 'forcedClaim',
}

/** Why the person cannot do that with the task now; undefined when they may. `revision`: the one they saw. */
export function taskProblem(act: TaskAct, facts: TaskFacts, revision?: number): Problem | undefined {
  const { step } = facts.task
  if (act === 'withdraw') return withdrawProblem(facts)
  if (act === 'reassign' || act === 'forceClaim') return closedProblem(facts) ?? offeredProblem(act, facts)
  const problem = closedProblem(facts) ?? ownProblem(facts) ?? offeredProblem(act, facts)
  if (problem) return problem
  if (revision !== undefined && revision !== facts.task.revision)
    return conflict('cases.task.changed-meanwhile', { step })
  const needsClaim = act === 'unclaim' || act === 'saveDraft'
  if (needsClaim && facts.task.state !== 'claimed') return conflict('cases.task.not-claimed', { step })
  return facts.separatedBy === null
    ? undefined
    : forbidden('cases.separation-of-duties', { step, other: facts.separatedBy })
}

function offeredProblem(act: TaskAct, { verbs, task }: TaskFacts): Problem | undefined {
  return verbs.includes(OFFERED[act]) ? undefined : forbidden('cases.task.not-offered', { step: task.step, act })
}

/** «Already done by Wang» says more than «the case is closed», so the task is asked first. */
function closedProblem({ task: { state, step }, caseState, number, heldBy }: TaskFacts): Problem | undefined {
  if (state === 'done') return conflict('cases.task.already-done', { step, by: heldBy ?? '' })
  if (state === 'cancelled') return conflict('cases.task.cancelled', { step })
  if (state === 'suspended') return conflict('cases.task.suspended', { step })
  return caseProblem(caseState, number)
}

export function caseProblem(state: CaseState, number: string): Problem | undefined {
  if (state === 'running') return undefined
  return state === 'suspended'
    ? conflict('cases.is-suspended', { number })
    : conflict('cases.already-closed', { number })
}

function ownProblem({ task, person, heldBy }: TaskFacts): Problem | undefined {
  const { step, role, area_code: area } = task
  if (task.assignee === person.id) return undefined
  if (task.assignee !== null) return conflict('cases.task.with-other', { step, by: heldBy ?? '' })
  return isInPool(person, task) ? undefined : forbidden('cases.task.not-in-pool', { step, role, area })
}

function withdrawProblem(facts: TaskFacts): Problem | undefined {
  const { task, person, caseState, number } = facts
  if (task.state !== 'done') return conflict('cases.withdraw.not-done', { step: task.step })
  if (task.done_by !== person.id)
    return forbidden('cases.withdraw.not-yours', { step: task.step, by: facts.heldBy ?? '' })
  return offeredProblem('withdraw', facts) ?? caseProblem(caseState, number)
}
