import type { Problem } from '../problems/problem.ts'
import type { Wait } from './model.ts'

/**
 * The branch of a split a token is in; every passage through a split gets a fork of its own. Where the branch is gone once for
 * each of a list: for which of it, and what comes after it where one follows the other.
 */
export type ForkRef = { fork: string; split: string; branch: string; nth?: number; item?: unknown; rest?: unknown[] }

/** A user task done on the way here. */
export type Passed = { step: string; task: string }

export type TaskReason = 'flow' | 'return' | 'straightBack' | 'withdraw' | 'addSigner'

export type OpenTask = {
  id: string
  /** the person, in a co-signed step */
  signer?: string
  reason: TaskReason
  /** whoever did that task should get this one */
  sameActorAs?: string
}

export type Vote = { task: string; signer: string; outcome: string }

/** Where a returned task can be sent straight back to (直送). */
export type Back = {
  step: string
  forks: ForkRef[]
  trail: Passed[]
  task: string
  back?: Back
  detour?: ForkRef[]
  /** of a co-signed step: the votes that stand, and who was still to sign */
  votes?: Vote[]
  signers?: string[]
}

/** What a token brings along that matters when its step opens. */
export type AtDoor = {
  reason?: Exclude<TaskReason, 'flow' | 'addSigner'>
  sameActorAs?: string
  /** votes that stand and who is still to sign, in a co-signed step that is taken up again */
  votes?: Vote[]
  signers?: string[]
}

/** One stay at one step. A token is never changed: any act replaces it by another with a new id. */
export type Token = {
  id: string
  step: string
  /** outermost first; always the splits around `step` */
  forks: ForkRef[]
  /** user tasks passed, oldest first, each step once: the places it can be returned to */
  trail: Passed[]
  tasks?: OpenTask[]
  votes?: Vote[]
  /** who signs after the open task, one by one */
  later?: string[]
  /** what its child case was opened for, where there is one for each of a list */
  item?: unknown
  back?: Back
  /** returned to before its split while the other branches go on: the forks it re-enters when it comes there again */
  detour?: ForkRef[]
  /** tokens of one race exclude each other: the first to act removes the others */
  race?: string
  /** the token whose waiting this one takes up again */
  resumes?: string
  failed?: true
  /** what boundary events beside this token name in `guards` */
  watch?: string
  /** of a boundary event: the `watch` or the fork it stands beside */
  guards?: string
  /** of a boundary timer that goes off several times: how many times it still will */
  left?: number
  /** at the door of an exclusive set that is busy: nobody is asked yet */
  blocked?: AtDoor
  /** asked to read only: the case has gone on, no join waits for this */
  aside?: true
}

/** What one act replaced by what; while all of `added` are untouched the act can be taken back. */
export type Undo = { removed: Token[]; added: string[] }

/** All there is to know about where a case stands. Plain JSON. */
export type ProcessState = {
  status: 'new' | 'running' | 'ended' | 'cancelled'
  result?: string
  tokens: Token[]
  /** forks whose join has let enough branches through while others are still under way */
  fired: string[]
  /** by the task whose completion can be withdrawn */
  undo: Record<string, Undo>
  nextId: number
}

export type ProcessEvent =
  | { type: 'start' }
  | { type: 'completeTask'; task: string; outcome?: string; data?: Record<string, unknown> }
  /** `branch`: the parallel branches go on; `all`: they are cancelled when the target lies before their split */
  | { type: 'returnTo'; task: string; to: 'previous' | 'starter' | { step: string }; scope: 'branch' | 'all' }
  | { type: 'sendStraightBack'; task: string }
  /** `task`: the completed one */
  | { type: 'withdraw'; task: string }
  /** `place`: in a step signed in turn; at the end when absent */
  | { type: 'addSigner'; task: string; signer: string; place?: 'before' | 'next' }
  | { type: 'removeSigner'; task: string }
  | { type: 'serviceDone'; token: string }
  | { type: 'serviceFailed'; token: string; reason: string }
  | { type: 'retryService'; token: string }
  | { type: 'timerFired'; token: string }
  | { type: 'eventReceived'; token: string }
  /** the data of the case are other than before, though nobody has acted: conditions are asked again */
  | { type: 'factsChanged' }
  /** `result` of the child, `cancelled` when it was closed irregularly */
  | { type: 'caseEnded'; token: string; result: string; facts?: Facts }
  | { type: 'cancel' }

export type CreatedTask = OpenTask & { step: string; token: string }

export type Effect =
  /** `token` is the idempotency key: serviceDone and serviceFailed name it */
  | { kind: 'runJob'; token: string; step: string; job: string; retries: number }
  | {
      kind: 'startTimer'
      token: string
      step: string
      wait: Exclude<Wait, { until: string }> | { until: unknown }
      resumes?: string
    }
  | { kind: 'awaitEvent'; token: string; step: string; event: string; resumes?: string }
  /** a child case; `caseEnded` names the token */
  | { kind: 'openCase'; token: string; step: string; process: string; version?: number; facts: Facts }
  /** the child case nobody waits for any more: to be closed with its parent's reason */
  | { kind: 'cancelCase'; token: string; step: string }
  /** whoever waits for the event in another case is to be told; who waits in this one has been */
  | { kind: 'throw'; step: string; event: string; facts: Facts }
  /** a job, timer or event nobody waits for any more */
  | { kind: 'stopWaiting'; token: string; step: string }
  /** a job gave up and the model has no way on: a person must retry it or close the case */
  | { kind: 'incident'; token: string; step: string; reason: string }
  | { kind: 'end'; result: string }

export type Advance = {
  state: ProcessState
  created: CreatedTask[]
  /** open before, and no longer to be done by anybody */
  cancelled: { task: string; step: string }[]
  effects: Effect[]
  /** steps come to in this act, gateways included, in order */
  entered: string[]
  /** found by decisions and child cases: to be kept with the case's data */
  facts?: Facts
}

export type Facts = Record<string, unknown>

/** What the interpreter asks of outside: the facts of the case, and how to read an expression. */
export type World = {
  facts: Facts
  evaluate: (expression: string, facts: Facts) => unknown
  /** what a decision table answers; see `decideWith` */
  decide?: (decision: string, version: string | undefined, facts: Facts) => Facts | Problem
}

export function newState(): ProcessState {
  return { status: 'new', tokens: [], fired: [], undo: {}, nextId: 1 }
}
