import type { CoSign, Transition, UserTask } from './model.ts'
import { leave, newId, type Run, refuse, remove, replace, stepOf, winRace } from './run.ts'
import type { OpenTask, Token, Vote } from './state.ts'

export type Held = { token: Token; task: OpenTask; step: UserTask }

/** The open task with its token and step. A task that was done, withdrawn or cancelled meanwhile is refused. */
export function openTask(run: Run, id: string): Held {
  for (const token of run.state.tokens) {
    const task = token.tasks?.find((one) => one.id === id)
    if (task) return { token, task, step: stepOf(run, token.step) as UserTask }
  }
  return refuse('task.not-open', { task: id })
}

export function completeTask(run: Run, id: string, outcome: string | undefined): void {
  const held = openTask(run, id)
  if (isAskedBefore(held)) {
    withoutAsked(run, held)
    return
  }
  refuseWhileAsked(held)
  const chosen = outcomeOf(held.step, outcome)
  if (held.step.coSign) vote(run, held, held.step.coSign, chosen)
  else leave(run, held.token, chosen.to, id)
}

/** 前加签: somebody whoever holds the one task of a step has asked to sign before them. Decides nothing. */
export const isAskedBefore = ({ step, task }: Held): boolean => !step.coSign && task.signer !== undefined

/** Whoever asked goes on when all they have asked have signed. */
export function refuseWhileAsked({ token, step }: Held): void {
  const asked = step.coSign ? [] : token.tasks!.filter(({ signer }) => signer !== undefined)
  if (asked.length > 0) refuse('signer.awaited', { step: step.id, count: asked.length })
}

export const withoutAsked = (run: Run, { token, task }: Held): void =>
  replace(run, token, { tasks: token.tasks!.filter((one) => one !== task) })

function outcomeOf(step: UserTask, outcome: string | undefined): Transition {
  const [only, ...others] = step.transitions
  if (outcome === undefined && only && others.length === 0) return only
  const found = step.transitions.find(({ name }) => name === outcome)
  return found ?? refuse('outcome.unknown', { step: step.id, outcome: outcome ?? '' }, 422)
}

function vote(run: Run, { token, task, step }: Held, rule: CoSign, chosen: Transition): void {
  const votes: Vote[] = [...(token.votes ?? []), { task: task.id, signer: task.signer!, outcome: chosen.name }]
  const open = token.tasks!.filter((other) => other !== task)
  if (token.aside) {
    haveRead(run, token, open, votes)
    return
  }
  const decided = decide(rule, votes, open.length + (token.later?.length ?? 0))
  if (decided) leave(run, token, outcomeOf(step, decided).to, task.id)
  else {
    winRace(run, token)
    replace(run, token, { ...nextTurn(run, token, open), votes, race: undefined })
  }
}

/** In a step signed in turn the next is asked when nobody else is. */
export function nextTurn(run: Run, { later = [] }: Token, open: OpenTask[]): Pick<Token, 'tasks' | 'later'> {
  const [next, ...rest] = later
  if (open.length > 0 || next === undefined) return { tasks: open, ...(later.length > 0 && { later }) }
  const tasks: OpenTask[] = [{ id: newId(run, 'k'), signer: next, reason: 'flow' }]
  return { tasks, later: rest.length > 0 ? rest : undefined }
}

/** One reader fewer; the case has gone on long since. */
export function haveRead(run: Run, token: Token, tasks: OpenTask[], votes: Vote[] = token.votes ?? []): void {
  if (tasks.length > 0) replace(run, token, { tasks, votes })
  else remove(run, [token])
}

/** 0.28 × 25 is a little more than 7 in floating point, and 7 of 25 are 28 %. */
const ROUNDING = 1e-9

/** The transition the votes lead to, or undefined while either is still possible. */
export function decide(rule: CoSign, votes: Vote[], open: number): string | undefined {
  if (rule.need === 'none') return undefined
  const signers = votes.length + open
  const need =
    rule.need === 'all'
      ? signers
      : typeof rule.need === 'number'
        ? rule.need
        : Math.ceil(rule.need.ratio * signers - ROUNDING)
  const passed = votes.filter((one) => one.outcome === rule.pass).length
  // Fewer signers than needed: all of them are enough, or nobody could ever decide.
  const enough = Math.max(1, Math.min(need, signers))
  if (passed >= enough) return rule.pass
  return passed + open < enough ? rule.otherwise : undefined
}
