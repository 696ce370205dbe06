import { type Problem, Refusal } from '../problems/problem.ts'
import { completeTask } from './complete.ts'
import type { ProcessModel } from './model.ts'
import { reportOf } from './report.ts'
import { returnTo, sendStraightBack } from './return.ts'
import { openRun, type Run, refuse, withFacts } from './run.ts'
import { settle } from './settle.ts'
import { addSigner, removeSigner } from './signers.ts'
import type { Advance, ProcessEvent, ProcessState, World } from './state.ts'
import { answered, caseEnded, retryService, serviceFailed } from './waits.ts'
import { keepValid, undoOf, withdraw } from './withdraw.ts'

/** Acts of persons that 撤回 can take back, unless the world outside has heard of them already. */
const UNDOABLE = ['completeTask', 'returnTo', 'sendStraightBack']
const HEARD_OUTSIDE = ['runJob', 'openCase', 'cancelCase', 'throw']

/**
 * One step of the token game, without clock, chance or storage: the same arguments always give the same answer.
 * `state` is left as it was; store the new one, the tasks and the effects in one transaction.
 * Refusals are `process.…` problems: 409 when somebody was faster, 422 when the act is not possible there at all.
 */
export function advance(
  model: ProcessModel,
  state: ProcessState,
  event: ProcessEvent,
  world: World,
): Advance | Problem {
  try {
    const run = openRun(model, state, world)
    act(run, event)
    settle(run)
    const acted = 'task' in event ? event.task : 'token' in event ? event.token : undefined
    const report = reportOf(run, state, acted, reasonOf(event))
    rememberUndo(run, state, event, report)
    return { state: run.state, ...report }
  } catch (error) {
    if (error instanceof Refusal) return error.problem
    throw error
  }
}

export const isProblem = (answer: Advance | Problem): answer is Problem => 'code' in answer

const reasonOf = (event: ProcessEvent): string =>
  event.type === 'serviceFailed' ? event.reason : event.type === 'caseEnded' ? event.result : ''

type Acts = { [T in ProcessEvent['type']]: (run: Run, event: Extract<ProcessEvent, { type: T }>) => void }

const ACTS: Acts = {
  start,
  completeTask: (run, { task, outcome, data }) => {
    withFacts(run, { ...data, ...(outcome && { outcome }) })
    completeTask(run, task, outcome)
  },
  returnTo,
  sendStraightBack: (run, { task }) => sendStraightBack(run, task),
  withdraw: (run, { task }) => withdraw(run, task),
  addSigner,
  removeSigner: (run, { task }) => removeSigner(run, task),
  serviceDone: (run, { token }) => answered(run, token, 'job'),
  serviceFailed: (run, { token }) => serviceFailed(run, token),
  retryService: (run, { token }) => retryService(run, token),
  timerFired: (run, { token }) => answered(run, token, 'timer'),
  eventReceived: (run, { token }) => answered(run, token, 'event'),
  // Conditions are asked in settling, as after any act.
  factsChanged: () => undefined,
  caseEnded,
  cancel,
}

function act(run: Run, event: ProcessEvent): void {
  if (event.type !== 'start' && run.state.status !== 'running') refuse('not-running', { status: run.state.status })
  const handle = ACTS[event.type] as (run: Run, event: ProcessEvent) => void
  handle(run, event)
}

function start(run: Run): void {
  if (run.state.status !== 'new') refuse('already-started')
  run.state.status = 'running'
  run.queue.push({ step: run.graph.model.start, forks: [], trail: [] })
}

/** 非正常结案: nothing of the case is to be done any more, and nothing brings it back. */
function cancel(run: Run): void {
  run.state = { ...run.state, status: 'cancelled', result: 'cancelled', tokens: [] }
}

function rememberUndo(
  run: Run,
  before: ProcessState,
  event: ProcessEvent,
  { effects }: Pick<Advance, 'effects'>,
): void {
  const undo = keepValid(before.undo, run.state.tokens)
  const made = UNDOABLE.includes(event.type)
    ? undoOf(
        before,
        run.state,
        effects.some(({ kind }) => HEARD_OUTSIDE.includes(kind)),
      )
    : undefined
  run.state.undo = made && 'task' in event ? { ...undo, [event.task]: made } : undo
}
