/** What must hold of every state, and of every report, whatever was done. */
import assert from 'node:assert/strict'
import { graphOf } from './graph.ts'
import { forksAround } from './migrate-token.ts'
import type { ProcessModel } from './model.ts'
import type { Advance, ForkRef, ProcessEvent, ProcessState, Token } from './state.ts'
import { waitsFor } from './waiting.ts'

export function assertSound(made: ProcessModel, state: ProcessState): void {
  const { contexts, steps } = graphOf(made)
  const tasks = state.tokens.flatMap((token) => (token.tasks ?? []).map(({ id }) => id))
  assert.equal(new Set(tasks).size, tasks.length, 'no task is open twice')
  assert.equal(new Set(state.tokens.map(({ id }) => id)).size, state.tokens.length)
  for (const token of state.tokens) {
    const { step, detour, aside, guards } = token
    const forks = forksAround(token)
    const around = forks.map((ref) => ref.split).join()
    assert.equal(around, aside ? '' : contexts.get(step)!.join(), `the token at ${step} lies inside its splits`)
    if (detour) assert.deepEqual(detour.slice(0, forks.length), forks, 'a detour begins where the token is')
    if (guards) assert.ok(isGuarded(state, guards), `what the event ${step} stands beside is there`)
  }
  assertOneLine(made, state)
  assertOneAtWork(made, state)
  const canAct = state.tokens.filter(
    ({ step, blocked, guards }) => !blocked && !guards && steps.get(step)!.kind !== 'join',
  )
  if (state.status === 'running') assert.ok(canAct.length > 0, 'somebody can act: no token is lost')
  else assert.equal(state.tokens.length, 0, 'proper completion: nothing is left behind')
}

const isGuarded = ({ tokens }: ProcessState, guards: string): boolean =>
  tokens.some(
    ({ watch, forks, detour }) => watch === guards || [...forks, ...(detour ?? [])].some(({ fork }) => fork === guards),
  )

/** The branches a token stands for: a returned one for those it left, a child of several for itself in the end. */
function lineOf(token: Token): ForkRef[] {
  const around = forksAround(token)
  return [...(token.detour ?? around), ...token.forks.slice(around.length)]
}

/** Every branch is walked by one token at a time; a line that has split goes on only when the join let it. */
function assertOneLine(made: ProcessModel, { tokens, fired }: ProcessState): void {
  const { steps } = graphOf(made)
  const walking = tokens.filter(({ step, guards, aside }) => !guards && !aside && steps.get(step)!.kind !== 'join')
  for (const [i, one] of walking.entries()) {
    const line = lineOf(one)
    for (const other of walking.slice(i + 1)) {
      const pair = [line, lineOf(other)].sort((a, b) => a.length - b.length)
      const [short, long] = pair as [ForkRef[], ForkRef[]]
      const sameLine = short.every(
        (ref, at) => ref.fork === long[at]!.fork && ref.branch === long[at]!.branch && ref.nth === long[at]!.nth,
      )
      const next = long[short.length]
      const wentOn = next && (fired.includes(next.fork) || steps.get(next.split)!.kind === 'boundary')
      assert.ok(
        !sameLine || (one.race && one.race === other.race) || wentOn,
        `${one.step} and ${other.step} walk the same line`,
      )
    }
  }
}

/** In an exclusive set one is at work; at its door nobody waits when it is free. */
function assertOneAtWork(made: ProcessModel, { tokens }: ProcessState): void {
  const { steps } = graphOf(made)
  const inSet = tokens.filter(({ step }) => 'exclusive' in steps.get(step)!)
  if (inSet.length > 0) assert.equal(inSet.filter(({ blocked }) => !blocked).length, 1, 'one of the set is at work')
}

/** The tasks told about are exactly those that came and went. */
export function assertReport(before: ProcessState, { state, created, cancelled }: Advance): void {
  const open = (of: ProcessState): string[] => of.tokens.flatMap(({ tasks }) => (tasks ?? []).map(({ id }) => id))
  const [was, is] = [new Set(open(before)), new Set(open(state))]
  assert.deepEqual(created.map(({ id }) => id).sort(), [...is].filter((id) => !was.has(id)).sort())
  const gone = [...was].filter((id) => !is.has(id))
  assert.ok(cancelled.every(({ task }) => gone.includes(task)) && gone.length - cancelled.length <= 1)
}

/** Keeps the books that storage would keep of jobs, timers, messages and child cases, from the effects alone. */
export function keepBooks(waiting: Set<string>, event: ProcessEvent, { effects }: Advance): void {
  if ('token' in event) waiting.delete(event.token)
  for (const effect of effects) {
    if (effect.kind === 'stopWaiting' || effect.kind === 'cancelCase') {
      assert.ok(waiting.delete(effect.token), `${effect.step} was waited for`)
    } else if (effect.kind !== 'end' && effect.kind !== 'throw' && effect.kind !== 'incident') {
      assert.ok(!waiting.has(effect.token))
      waiting.add(effect.token)
    }
  }
}

export function assertBooks(made: ProcessModel, { tokens }: ProcessState, waiting: Set<string>): void {
  const { steps } = graphOf(made)
  const waits = ({ step, failed, blocked }: Token) => !failed && !blocked && waitsFor(steps.get(step)!)
  const expected = tokens.filter(waits).map(({ id }) => id)
  assert.deepEqual(expected.sort(), [...waiting].sort(), 'what is waited for is exactly what was said')
}
