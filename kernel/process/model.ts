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
  /** steps that share this name are never at work at once in one case; who comes later waits at the door (WCP 17, 39, 40) */
  exclusive?: string
}

/** 会签 and 或签: one task for each signer, decided by counting. */
export type CoSign = {
  /** FEEL giving the list of person ids when the step is entered */
  signers: string
  /** the outcome that is counted, and the transition taken when enough chose it */
  pass: string
  /** the transition taken as soon as `pass` can no longer be reached */
  otherwise: string
  /**
   * `all`: one refusal is a veto; 1: the first to agree decides (或签); `none`: nobody is waited for, the case goes on by
   * `pass` at once while each signer has a task to read (传阅, WCP 12)
   */
  need: 'all' | 'none' | number | { ratio: number }
  /**
   * A member's 退回. `step` (the default): the whole step goes back and the open signatures are taken away; `vote`: it
   * counts as this member's vote against `pass`, and the others go on signing.
   */
  onReturn?: 'step' | 'vote'
  /** one after the other, in the order of the list, until the votes decide; else all at once */
  inTurn?: true
}

export type UserTask = WorkStep & {
  kind: 'userTask'
  role: string
  verbs: Verb[]
  form: string
  /** fields of the form that may be changed here; all others are read-only */
  writable: string[]
  /** fields that must be filled, and that are not shown, at this step; `section:<name>` is every field of a section */
  required?: string[]
  hidden?: string[]
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
/** Goes on as soon as the facts of the case make `when` (FEEL) true: asked when it is come to, and after every act. */
export type ConditionEvent = WorkStep & { kind: 'condition'; when: string }

/**
 * A DMN decision table asked about the case's facts; its answer becomes facts and the case moves on at once. A transition
 * named `failed` is taken when the table has no answer or contradicts itself; without one the act before it is refused.
 */
export type DecisionStep = StepBase & {
  kind: 'decision'
  transitions: Transition[]
  decision: string
  /** of the table; the one in force when absent */
  version?: string
  /** name the table asks for ← FEEL over the facts; the facts themselves when absent */
  inputs?: Record<string, string>
  /** fact ← name of the table's output; all outputs under their own names when absent */
  outputs?: Record<string, string>
}

/**
 * A case of another process inside this one (主/子案, call activity): waits for its end. The transition named like the
 * child's result is taken, else the first; a child that was closed irregularly (`cancelled`) needs a way of that name, or a person.
 */
export type SubCase = WorkStep & {
  kind: 'subCase'
  /** key of the child's process; its own key is recursion (WCP 22) */
  process: string
  version?: number
  /** fact of the child ← FEEL over ours; with `each`, `item` is what the child is opened for */
  inputs?: Record<string, string>
  /** fact of ours ← FEEL over the child's, when it has ended; with `each` a list, in the order in which they ended */
  outputs?: Record<string, string>
  /**
   * FEEL giving a list when the step is entered: a child for each (并联审批). The first way is taken when all have ended;
   * a result that names another way is taken at once, and the other children are cancelled.
   */
  each?: string
  /** the next child is opened when the one before has ended; else all at once */
  inTurn?: true
}

/** Tells everybody who waits for the event, here and in other cases, and moves on at once. */
export type ThrowEvent = StepBase & {
  kind: 'throw'
  event: string
  /** heard in this case only */
  local?: true
  transitions: Transition[]
  cancels?: string[]
}

/** What a boundary event waits for. */
export type Trigger = { wait: Wait } | { event: string } | { when: string }

/**
 * Waits beside another step for as long as somebody is there, and then either takes that step's place (`interrupting`) or
 * goes its own way beside it. Beside a split it watches all that happens until the join (sub-process). One that waits for
 * a condition goes off once.
 */
export type BoundaryEvent = StepBase & {
  kind: 'boundary'
  attachedTo: string
  on: Trigger
  interrupting: boolean
  /** of a timer that does not interrupt: how many times it goes off, each a wait after the last (催办); once when absent */
  times?: number
  transitions: Transition[]
}

type Gateway = StepBase & { transitions: Transition[] }

/** Takes the first transition whose condition holds. */
export type ExclusiveGateway = Gateway & { kind: 'exclusive' }
/** Takes every transition whose condition holds, in parallel. */
export type InclusiveGateway = Gateway & { kind: 'inclusive' }
/**
 * `each`: FEEL giving a list; its one way is then gone once for each of it, as `item`, until its join (WCP 13, 14): all at the
 * same time, or `inTurn` one after the other.
 */
export type ParallelSplit = Gateway & { kind: 'split'; each?: string; inTurn?: true }
/** Offers all its transitions (to tasks, timers, receives, conditions); the first to act withdraws the others. */
export type EventGateway = Gateway & { kind: 'eventGateway' }

/** Brings together all that came out of one `split` or `inclusive` gateway, splits inside it that have no join included. */
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
  | ConditionEvent
  | DecisionStep
  | SubCase
  | ThrowEvent
  | BoundaryEvent
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
  /** what opens such a case, where a diagram says so; for who reads it: a case is opened by filing it */
  trigger?: Trigger
  steps: Step[]
}

export const transitionsOf = (step: Step): Transition[] => (step.kind === 'end' ? [] : step.transitions)
