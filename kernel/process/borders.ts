import type { BoundaryEvent } from './model.ts'
import { compact, holdersOf, holds, newId, place, type Run, remove, winRace } from './run.ts'
import type { ForkRef, Token } from './state.ts'

/** Sets the boundary events of a step beside the token, or the fork, that `guards` names. */
export function placeBorders(
  run: Run,
  step: string,
  guards: string,
  host: Pick<Token, 'forks' | 'trail' | 'detour'>,
): void {
  for (const { id, interrupting, times } of run.graph.borders.get(step) ?? []) {
    const own = interrupting ? { trail: host.trail, detour: host.detour } : { trail: [] }
    place(run, { step: id, forks: host.forks, guards, ...own, left: times })
  }
}

/** The name under which the boundary events of a step know its token; none when it has no such events. */
export const watchFor = (run: Run, step: string): string | undefined =>
  run.graph.borders.has(step) ? newId(run, 'w') : undefined

/** A boundary event waits only while somebody is at its step, or between its split and the join. */
export function dropOrphans(run: Run): boolean {
  const orphans = run.state.tokens.filter(({ guards }) => guards !== undefined && !isWatched(run, guards))
  remove(run, orphans)
  return orphans.length > 0
}

/** What is on its way between two steps counts, too. */
function isWatched({ state, queue }: Run, guards: string): boolean {
  if (state.tokens.some(({ watch }) => watch === guards)) return true
  return !state.fired.includes(guards) && [...state.tokens, ...queue].some((one) => holds(one, guards))
}

/** A boundary event whose step has just been left hears nothing any more; every other token does. */
export const isListening = (run: Run, { guards, blocked }: Token): boolean =>
  !blocked && (guards === undefined || isWatched(run, guards))

/** Takes the place of what it watched, or goes its own way beside it; a message may come again, a timer as often as it is to. */
export function fireBorder(run: Run, token: Token, step: BoundaryEvent): void {
  const [way] = step.transitions
  const { forks, trail, detour } = token
  remove(run, [token])
  if (step.interrupting) {
    interrupt(run, token.guards!)
    run.queue.push(compact({ step: way!.to, forks, trail, detour }))
    return
  }
  const left = token.left === undefined ? undefined : token.left - 1
  if ('event' in step.on || left) place(run, { step: step.id, forks, trail, guards: token.guards, left })
  const side: ForkRef = { fork: newId(run, 'f'), split: step.id, branch: way!.name }
  run.queue.push({ step: way!.to, forks: [...forks, side], trail: [] })
}

/** Takes away all that the guards stand for, on its way or at its place. */
function interrupt(run: Run, guards: string): void {
  const hosts = run.state.tokens.filter(({ watch }) => watch === guards)
  for (const host of hosts) winRace(run, host)
  remove(run, [...hosts, ...holdersOf(run, guards)])
  run.queue = run.queue.filter((arrival) => !holds(arrival, guards))
}
