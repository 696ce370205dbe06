import type { Step } from './model.ts'
import { type Arrival, compact, type Run, remove, stepOf } from './run.ts'
import type { AtDoor, Token } from './state.ts'

const setOf = (step: Step): string | undefined => ('exclusive' in step ? step.exclusive : undefined)

/** Is somebody of the case at work in the exclusive set this step belongs to? */
export function isBusy(run: Run, step: Step): boolean {
  const set = setOf(step)
  return set !== undefined && run.state.tokens.some((token) => isAtWork(run, token, set))
}

const isAtWork = (run: Run, { step, blocked }: Token, set: string): boolean =>
  !blocked && setOf(stepOf(run, step)) === set

export const atDoorOf = ({ reason, sameActorAs, votes, signers }: Arrival): AtDoor =>
  compact({ reason, sameActorAs, votes, signers })

/** Lets in the first who waits at the door of a set that is free. A token inside a set holds no other: nobody blocks for ever. */
export function admitOne(run: Run): boolean {
  const next = run.state.tokens.find((token) => token.blocked && !isBusy(run, stepOf(run, token.step)))
  if (!next) return false
  remove(run, [next])
  const { id: _, blocked, ...arrival } = next
  run.queue.push({ ...arrival, ...blocked })
  return true
}
