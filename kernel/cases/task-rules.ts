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
  | 'sign'
  | 'askExtension'

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
  /** ids of all who sign at this step now, those who have signed included; of a step of one person, who was asked before */
  signers: string[]
  /** the step is decided by several signatures (会签, 或签) */
  coSigned: boolean
  /** of a step of one person: who holds its task, when this is one asked to sign before them (前加签); else null */
  askedBy: string | null
  /** how many asked to sign before have not; of a step of one person, for its own task */
  awaited: number
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
  sign: 'addSigner',
  askExtension: 'complete',
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
const OF_OTHERS: TaskAct[] = ['reassign', 'addSigner', 'removeSigner', 'recall', 'unclaim', 'askExtension']

const nothing: Rule = () => undefined

const RULES: Record<Exclude<TaskAct, 'withdraw'>, Rule> = {
  claim: claimProblem,
  unclaim: (facts) => ownProblem(facts) ?? preparedProblem(facts) ?? claimedProblem(facts),
  saveDraft: (facts) => ownProblem(facts) ?? claimedProblem(facts),
  complete: (facts) => ownProblem(facts) ?? preparedProblem(facts) ?? decidingProblem(facts) ?? awaitedProblem(facts),
  return: (facts) => ownProblem(facts) ?? preparedProblem(facts) ?? decidingProblem(facts),
  sendStraightBack: (facts) =>
    ownProblem(facts) ?? preparedProblem(facts) ?? decidingProblem(facts) ?? awaitedProblem(facts),
  reassign: nothing,
  forceClaim: takeOverProblem,
  addSigner: (facts) => (facts.coSigned ? signerProblem(facts) : askingProblem(facts)),
  removeSigner: (facts) => (facts.coSigned ? signerProblem(facts) : askedProblem(facts)),
  sign: (facts) => (facts.askedBy === null ? conflict('cases.sign.not-asked', stepOf(facts)) : ownProblem(facts)),
  askExtension: (facts) => ownProblem(facts) ?? decidingProblem(facts) ?? claimedProblem(facts),
  delegate: (facts) => ownProblem(facts) ?? preparedProblem(facts) ?? decidingProblem(facts),
  resolve: resolveProblem,
  recall: ({ task, person }) =>
    task.delegated_by === person.id ? undefined : conflict('cases.task.not-delegated-by-you', { step: task.step }),
}

function offeredProblem(act: TaskAct, { verbs, task }: TaskFacts): Problem | undefined {
  // What was handed out comes back, whatever the step offers; more days are a matter of the process.
  if (act === 'resolve' || act === 'recall' || act === 'askExtension') return undefined
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

const stepOf = ({ task: { step } }: TaskFacts) => ({ step })

/** Who is asked to sign before somebody else signs, and leaves the rest to them. */
const decidingProblem = (facts: TaskFacts): Problem | undefined =>
  facts.askedBy === null ? undefined : conflict('process.signer.only-signs', stepOf(facts))

const awaitedProblem = (facts: TaskFacts): Problem | undefined =>
  facts.awaited === 0 ? undefined : conflict('process.signer.awaited', { ...stepOf(facts), count: facts.awaited })

/** 前加签: by whoever holds the task the signature is for. */
const askingProblem = (facts: TaskFacts): Problem | undefined =>
  ownProblem(facts) ?? preparedProblem(facts) ?? decidingProblem(facts) ?? claimedProblem(facts)

function askedProblem(facts: TaskFacts): Problem | undefined {
  if (facts.askedBy === null) return conflict('process.signer.not-co-signed', stepOf(facts))
  return facts.askedBy === facts.person.id ? undefined : forbidden('cases.signer.not-yours', stepOf(facts))
}

/** 强签: by somebody of the same organisation who might have claimed it themselves. Nobody signs in the place of who was asked. */
function takeOverProblem(facts: TaskFacts): Problem | undefined {
  const { task, person, heldIn, heldBy } = facts
  const { step, role, area_code: area } = task
  if (facts.askedBy !== null) return decidingProblem(facts)
  if (!isInPool(person, task)) return forbidden('cases.task.not-in-pool', { step, role, area })
  return heldIn === null || heldIn === person.organisation.id
    ? undefined
    : forbidden('cases.task.of-other-organisation', { step, by: heldBy ?? '' })
}

/** 加签 减签: by one of those who sign there. */
function signerProblem({ task: { step }, signers, person }: TaskFacts): Problem | undefined {
  return signers.includes(person.id) ? undefined : forbidden('cases.signer.not-yours', { step })
}

function withdrawProblem(facts: TaskFacts): Problem | undefined {
  const { task, person, caseState, number } = facts
  if (task.state !== 'done') return conflict('cases.withdraw.not-done', { step: task.step })
  if (task.done_by !== person.id && task.on_behalf_of !== person.id)
    return forbidden('cases.withdraw.not-yours', { step: task.step, by: facts.heldBy ?? '' })
  return offeredProblem('withdraw', facts) ?? caseProblem(caseState, number)
}
