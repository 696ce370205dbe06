import type { Person } from '../identity/can.ts'
import { conflict, forbidden, type Problem } from '../problems/problem.ts'
import type { Verb } from '../process/model.ts'
import { isInPool } from './pool-rule.ts'
import { type Separation, separationProblem } from './separation.ts'
import { onBehalfOf, type Principal } from './stand-in.ts'
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
  | 'addSigner'
  | 'removeSigner'
  | 'delegate'
  | 'resolve'
  | 'recall'

/** All that decides who may do what with a task; plain JSON, so that a page can ask the same question. */
export type TaskFacts = {
  task: Pick<
    TaskRow,
    | 'state'
    | 'assignee'
    | 'on_behalf_of'
    | 'delegated_by'
    | 'done_by'
    | 'role'
    | 'business'
    | 'area_code'
    | 'organisation'
    | 'step'
    | 'revision'
  >
  caseState: CaseState
  number: string
  /** what the step offers */
  verbs: Verb[]
  /** whoever holds the task or has done it: name, and organisation (id) */
  heldBy: string | null
  heldIn: string | null
  /** ids of all who sign at this step now, those who have signed included; empty where it is not co-signed */
  signers: string[]
  /** what keeps the person, or the one they act for, from this step (职责分离) */
  separated: Separation | null
  person: Person
  /** in whose place the person acts on it, when not in their own (代) */
  behalf: Principal | null
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
  addSigner: 'addSigner',
  removeSigner: 'removeSigner',
  delegate: 'delegate',
  resolve: 'delegate',
  recall: 'delegate',
}

type Rule = (facts: TaskFacts) => Problem | undefined

/** Why the person cannot do that with the task now; undefined when they may. `revision`: the one they saw. */
export function taskProblem(act: TaskAct, facts: TaskFacts, revision?: number): Problem | undefined {
  if (act === 'withdraw') return withdrawProblem(facts)
  const problem = closedProblem(facts) ?? RULES[act](facts) ?? offeredProblem(act, facts)
  if (problem) return problem
  if (revision !== undefined && revision !== facts.task.revision)
    return conflict('cases.task.changed-meanwhile', { step: facts.task.step })
  return OF_OTHERS.includes(act) ? undefined : separationProblem(facts.separated, facts.task.step, facts.person.id)
}

/** Acts by which somebody disposes of a task without doing it themselves. */
const OF_OTHERS: TaskAct[] = ['reassign', 'addSigner', 'removeSigner', 'recall', 'unclaim']

const nothing: Rule = () => undefined

const RULES: Record<Exclude<TaskAct, 'withdraw'>, Rule> = {
  claim: claimProblem,
  unclaim: (facts) => ownProblem(facts) ?? preparedProblem(facts) ?? claimedProblem(facts),
  saveDraft: (facts) => ownProblem(facts) ?? claimedProblem(facts),
  complete: (facts) => ownProblem(facts) ?? preparedProblem(facts),
  return: (facts) => ownProblem(facts) ?? preparedProblem(facts),
  sendStraightBack: (facts) => ownProblem(facts) ?? preparedProblem(facts),
  reassign: nothing,
  forceClaim: takeOverProblem,
  addSigner: signerProblem,
  removeSigner: signerProblem,
  delegate: (facts) => ownProblem(facts) ?? preparedProblem(facts),
  resolve: resolveProblem,
  recall: ({ task, person }) =>
    task.delegated_by === person.id ? undefined : conflict('cases.task.not-delegated-by-you', { step: task.step }),
}

function offeredProblem(act: TaskAct, { verbs, task }: TaskFacts): Problem | undefined {
  // What was handed out comes back, whatever the step offers.
  if (act === 'resolve' || act === 'recall') return undefined
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

/** Theirs by name, in the pool of a role they hold, or of somebody they stand in for. */
function ownProblem({ task, person, heldBy }: TaskFacts): Problem | undefined {
  const { step, role, area_code: area } = task
  if (onBehalfOf(person, task) !== undefined) return undefined
  return task.assignee === null
    ? forbidden('cases.task.not-in-pool', { step, role, area })
    : conflict('cases.task.with-other', { step, by: heldBy ?? '' })
}

/** Whoever is back takes from the stand-in what is theirs. */
function claimProblem(facts: TaskFacts): Problem | undefined {
  return facts.task.on_behalf_of === facts.person.id ? undefined : ownProblem(facts)
}

function claimedProblem({ task: { state, assignee, step }, person }: TaskFacts): Problem | undefined {
  return state === 'claimed' && assignee === person.id ? undefined : conflict('cases.task.not-claimed', { step })
}

/** A task somebody prepares for its owner is decided by the owner. */
function preparedProblem({ task: { delegated_by, step } }: TaskFacts): Problem | undefined {
  return delegated_by === null ? undefined : conflict('cases.task.is-delegated', { step })
}

function resolveProblem({ task: { delegated_by, assignee, step }, person, heldBy }: TaskFacts): Problem | undefined {
  if (delegated_by === null) return conflict('cases.task.not-delegated', { step })
  return assignee === person.id ? undefined : conflict('cases.task.with-other', { step, by: heldBy ?? '' })
}

/** 强签: by somebody of the same organisation who might have claimed it themselves. */
function takeOverProblem({ task, person, heldIn, heldBy }: TaskFacts): Problem | undefined {
  const { step, role, area_code: area } = task
  if (!isInPool(person, task)) return forbidden('cases.task.not-in-pool', { step, role, area })
  return heldIn === null || heldIn === person.organisation.id
    ? undefined
    : forbidden('cases.task.of-other-organisation', { step, by: heldBy ?? '' })
}

/** 加签 减签: by one of those who sign there. */
function signerProblem({ task: { step }, signers, person }: TaskFacts): Problem | undefined {
  if (signers.length === 0) return conflict('process.signer.not-co-signed', { step })
  return signers.includes(person.id) ? undefined : forbidden('cases.signer.not-yours', { step })
}

function withdrawProblem(facts: TaskFacts): Problem | undefined {
  const { task, person, caseState, number } = facts
  if (task.state !== 'done') return conflict('cases.withdraw.not-done', { step: task.step })
  if (task.done_by !== person.id && task.on_behalf_of !== person.id)
    return forbidden('cases.withdraw.not-yours', { step: task.step, by: facts.heldBy ?? '' })
  return offeredProblem('withdraw', facts) ?? caseProblem(caseState, number)
}
