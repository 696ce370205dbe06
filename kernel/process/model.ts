/** A process as data: what a designer draws, a module declares and the interpreter runs. Loaded only after `checkModel`. */

export type Title = { zh: string; en: string }

/** A named way out of a step. For a user task the name is the outcome the person chooses. */
export type Transition = {
  name: string
  to: string
  title?: Title
  /** FEEL over the case's facts; only after exclusive and inclusive gateways, and exactly one there has none: the default */
  when?: string
}

/** What a person may do with a task of this step; kernel/cases implements each. */
export type Verb =
  | 'claim'
  | 'complete'
  | 'return'
  | 'sendStraightBack'
  | 'withdraw'
  | 'reassign'
  | 'delegate'
  | 'addSigner'
  | 'removeSigner'
  | 'circulate'
  | 'suspend'
  | 'correction'
  | 'forcedClaim'
  | 'abnormalClosure'

type StepBase = { id: string; title: Title }

type WorkStep = StepBase & {
  transitions: Transition[]
  /** tokens on these steps are removed when this one is done (cancel region, WCP 19 and 25) */
  cancels?: string[]
}

/** 会签 and 或签: one task for each signer, decided by counting. */
export type CoSign = {
  /** FEEL giving the list of person ids when the step is entered */
  signers: string
  /** the outcome that is counted, and the transition taken when enough chose it */
  pass: string
  /** the transition taken as soon as `pass` can no longer be reached */
  otherwise: string
  /** `all`: one refusal is a veto; 1: the first to agree decides (或签) */
  need: 'all' | number | { ratio: number }
}

export type UserTask = WorkStep & {
  kind: 'userTask'
  role: string
  verbs: Verb[]
  form: string
  /** fields of the form that may be changed here; all others are read-only */
  writable: string[]
  /** working days */
  limitDays?: number
  /** `pool`: whoever has the role claims it; `previous`, `starter`: the person who did the previous or the first task */
  assignment: 'pool' | 'previous' | 'starter'
  coSign?: CoSign
}

/** Done by a job; a transition named `failed` is taken when the job has given up, else the case waits for a person. */
export type ServiceTask = WorkStep & { kind: 'serviceTask'; job: string; retries: number }

/** How long a timer waits. `until` is FEEL giving an ISO instant or date. */
export type Wait = { workingDays: number } | { minutes: number } | { until: string }

export type TimerEvent = WorkStep & { kind: 'timer'; wait: Wait }
export type ReceiveEvent = WorkStep & { kind: 'receive'; event: string }

type Gateway = StepBase & { transitions: Transition[] }

/** Takes the first transition whose condition holds. */
export type ExclusiveGateway = Gateway & { kind: 'exclusive' }
/** Takes every transition whose condition holds, in parallel. */
export type InclusiveGateway = Gateway & { kind: 'inclusive' }
export type ParallelSplit = Gateway & { kind: 'split' }
/** Offers all its transitions (to tasks, timers, receives); the first to act withdraws the others. */
export type EventGateway = Gateway & { kind: 'eventGateway' }

/** Brings the branches of one `split` or `inclusive` gateway together. */
export type Join = Gateway & {
  kind: 'join'
  split: string
  /** how many branches are enough; all when absent */
  need?: number
  /** what becomes of the branches that are still under way when `need` is reached */
  rest?: 'ignore' | 'cancel'
}

export type End = StepBase & {
  kind: 'end'
  /** how the case ended, e.g. `completed`, `rejected` */
  result: string
  /** true: ends the whole case at once (WCP 43); else the case ends with its last token (WCP 11) */
  terminate?: boolean
}

export type Step =
  | UserTask
  | ServiceTask
  | TimerEvent
  | ReceiveEvent
  | ExclusiveGateway
  | InclusiveGateway
  | ParallelSplit
  | EventGateway
  | Join
  | End

export type ProcessModel = {
  key: string
  version: number
  title: Title
  /** id of the first step */
  start: string
  /** working days for the whole case */
  limitDays?: number
  steps: Step[]
}

export const transitionsOf = (step: Step): Transition[] => (step.kind === 'end' ? [] : step.transitions)
