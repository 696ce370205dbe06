import { placeBorders } from './borders.ts'
import { completeTask, type Held, isAskedBefore, openTask, refuseWhileAsked } from './complete.ts'
import { branchesWith } from './graph.ts'
import { compact, cutTrail, holdersOf, newId, type Run, refuse, remove, winRace } from './run.ts'
import type { Back, ForkRef, Passed, ProcessEvent, Token } from './state.ts'

type ReturnTo = Extract<ProcessEvent, { type: 'returnTo' }>

/**
 * 退回: the token goes back to a step it has passed. Where that lies before a split, `branch` leaves the other branches
 * at work (and this one will re-enter only itself), `all` cancels them.
 */
export function returnTo(run: Run, event: ReturnTo): void {
  const held = openTask(run, event.task)
  const { token, step } = held
  if (token.aside) refuse('return.aside', { step: step.id }, 422)
  refuseFromAsked(held)
  if (step.coSign?.onReturn === 'vote') {
    completeTask(run, event.task, step.coSign.otherwise)
    return
  }
  const target = targetOf(token, event.to)
  const around = run.graph.contexts.get(target.step) ?? []
  const kept = commonForks(run, token, target.step, around)
  const left = token.forks[kept.length]
  if (left && run.state.fired.includes(left.fork)) refuse('return.join-passed', { step: target.step })
  const entered = newForks(run, around.slice(kept.length), target.step)
  const detour = detourAfter(token, kept, event.scope)
  if (detour && entered.length > 0) refuse('return.behind-other-split', { step: target.step }, 422)
  winRace(run, token)
  const siblings = left && event.scope === 'all' ? holdersOf(run, left.fork) : []
  remove(run, [token, ...siblings])
  for (const [i, { fork, split }] of entered.entries())
    placeBorders(run, split, fork, { forks: [...kept, ...entered.slice(0, i)], trail: [] })
  run.queue.push({
    step: target.step,
    forks: [...kept, ...entered],
    trail: cutTrail(token, target.step),
    reason: 'return',
    sameActorAs: target.task,
    detour,
    back: left && event.scope === 'all' ? undefined : backTo(held),
  })
}

/** Who is asked to sign before somebody else leaves the ways on to them. */
function refuseFromAsked(held: Held): void {
  if (isAskedBefore(held)) refuse('signer.only-signs', { step: held.step.id })
}

function targetOf(token: Token, to: ReturnTo['to']): Passed {
  const others = token.trail.filter((passed) => passed.step !== token.step)
  const target =
    to === 'previous' ? others.at(-1) : to === 'starter' ? others[0] : others.find(({ step }) => step === to.step)
  if (target) return target
  return refuse('return.not-passed', { step: typeof to === 'string' ? to : to.step }, 422)
}

/** The forks that both steps lie in, in the same branch. */
function commonForks(run: Run, token: Token, target: string, around: string[]): ForkRef[] {
  const differs = token.forks.findIndex((ref, i) => ref.split !== around[i])
  const common = differs < 0 ? token.forks : token.forks.slice(0, differs)
  for (const { split, branch } of common) {
    if (!branchesWith(run.graph, split, target).includes(branch)) refuse('return.other-branch', { step: target }, 422)
  }
  return common
}

/** Going back behind a join that has fired: forks with this one branch, so that the join lets it through alone. */
function newForks(run: Run, splits: string[], target: string): ForkRef[] {
  return splits.map((split) => ({ fork: newId(run, 'f'), split, branch: branchesWith(run.graph, split, target)[0]! }))
}

function backTo({ token, task, step: { coSign } }: Held): Back {
  const { step, forks, trail, back, detour, votes, tasks, later = [] } = token
  const signers = coSign && [...tasks!.flatMap(({ signer }) => signer ?? []), ...later]
  return compact({ step, forks, trail, task: task.id, back, detour, votes, signers })
}

/** The forks a token still owes its branch to; returned twice, also the one it left first. */
function detourAfter(token: Token, kept: ForkRef[], scope: ReturnTo['scope']): ForkRef[] | undefined {
  if (kept.length === token.forks.length) return token.detour
  return scope === 'branch' ? (token.detour ?? token.forks) : undefined
}

/** Side paths begun meanwhile in a branch whose join is passed over go on for themselves, as behind a join that has fired. */
function passJoins(run: Run, { forks }: Token, back: Back): void {
  const kept = [...back.forks, ...(back.detour ?? [])].map(({ fork }) => fork)
  const left = forks.map(({ fork }) => fork).filter((fork) => !kept.includes(fork) && holdersOf(run, fork).length > 0)
  if (left.length > 0) run.state.fired = [...run.state.fired, ...left]
}

/** 直送: what was returned goes straight back to who returned it, past the steps between. */
export function sendStraightBack(run: Run, id: string): void {
  const held = openTask(run, id)
  const { token, step } = held
  refuseFromAsked(held)
  refuseWhileAsked(held)
  const back = token.back ?? refuse('straight-back.not-returned', { step: step.id })
  winRace(run, token)
  remove(run, [token])
  passJoins(run, token, back)
  const { task, ...place } = back
  const trail = back.trail.map((passed) => (passed.step === step.id ? { step: step.id, task: id } : passed))
  run.queue.push({ ...place, trail, reason: 'straightBack', sameActorAs: task })
}
