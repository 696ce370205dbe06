/** A case that is walked at random: acts sensible or not, then only work done. */
import assert from 'node:assert/strict'
import { advance, isProblem } from './advance.ts'
import { graphOf } from './graph.ts'
import { type ProcessModel, transitionsOf } from './model.ts'
import { newState, type ProcessEvent, type ProcessState, type Token } from './state.ts'
import { waitsFor, whenOf } from './waiting.ts'
import { assertBooks, assertReport, assertSound, keepBooks } from './walk-checks.testing.ts'

/** Dice are cast anew so often; then every loop is left. */
const MOST_TURNS = 60
const MOST_ACTS = 3_000

// Refusals are many here, and most of what one costs is the stack nobody reads.
Error.stackTraceLimit = 1

export type Walk = {
  made: ProcessModel
  state: ProcessState
  waiting: Set<string>
  done: string[]
  turn: number
  dice: number[]
}

export const newWalk = (made: ProcessModel, dice: number[]): Walk => ({
  made,
  state: newState(),
  waiting: new Set(),
  done: [],
  turn: 0,
  dice,
})

/** Random acts, sensible or not; one walk in some is cancelled on the way. */
export function wander(walk: Walk, moves: number[]): Walk {
  act(walk, { type: 'start' })
  for (const move of moves) {
    const choices = possible(walk)
    const chosen = choices[move % choices.length]
    if (!chosen || (move % 997 === 0 && act(walk, { type: 'cancel' }))) break
    const done = act(walk, chosen)
    if (done && chosen.type === 'timerFired') assert.ok(!act(walk, chosen), 'a timer fires once')
  }
  return walk
}

/** Only work done, and nothing sent back: it must come to an end. */
export function finish(walk: Walk): void {
  walk.turn = MOST_TURNS + 1
  for (let left = MOST_ACTS; left > 0 && walk.state.status === 'running'; left--) {
    const { tokens } = walk.state
    const next = tokens.find(
      (token) => !token.guards && !token.blocked && (token.tasks || answersTo(walk, token).length > 0),
    )
    act(walk, answersTo(walk, next!)[0]!)
  }
  assert.ok(['ended', 'cancelled'].includes(walk.state.status))
}

/** False when it was refused: then nothing has changed. */
function act(walk: Walk, event: ProcessEvent): boolean {
  const { made, state, dice, waiting } = walk
  const facts = { dice: walk.turn > MOST_TURNS ? 0 : dice[walk.turn++ % dice.length] }
  const evaluate = (text: string) => evaluateHere(text, facts.dice!)
  const answer = advance(made, state, event, { facts, evaluate, decide: () => ({}) })
  if (isProblem(answer)) {
    assert.ok(!['process.endless', 'process.step.unknown'].includes(answer.code), answer.code)
    return false
  }
  if (event.type === 'completeTask' || event.type === 'returnTo') walk.done.push(event.task)
  assertReport(state, answer)
  walk.state = answer.state
  keepBooks(waiting, event, answer)
  assertBooks(made, walk.state, waiting)
  assertSound(made, walk.state)
  return true
}

const evaluateHere = (text: string, dice: number): unknown =>
  text.startsWith('[')
    ? JSON.parse(text)
    : text.startsWith('dice < ')
      ? dice < Number(text.replace('dice < ', ''))
      : dice > Number(text.replace('dice > ', ''))

const waitingKind = ({ made }: Walk, { step }: Token) => waitsFor(graphOf(made).steps.get(step)!)

/** What the world may answer to a token that waits, the way on first; what a person does first is to complete, who was asked last before the others. */
function answersTo(walk: Walk, token: Token): ProcessEvent[] {
  const { id, failed } = token
  if (token.tasks) return token.tasks.toReversed().flatMap((task) => personActs(walk, token, task.id))
  if (failed) return [{ type: 'retryService', token: id }]
  switch (waitingKind(walk, token)) {
    case 'job':
      return [
        { type: 'serviceDone', token: id },
        { type: 'serviceFailed', token: id, reason: 'no answer' },
      ]
    case 'case':
      return [
        { type: 'caseEnded', token: id, result: 'done' },
        { type: 'caseEnded', token: id, result: 'cancelled' },
      ]
    case 'timer':
      return [{ type: 'timerFired', token: id }]
    case 'event':
      return [{ type: 'eventReceived', token: id }]
    default:
      return whenOf(graphOf(walk.made).steps.get(token.step)!) === undefined ? [] : [{ type: 'factsChanged' }]
  }
}

function personActs({ made, done }: Walk, { trail, step }: Token, task: string): ProcessEvent[] {
  const ways = transitionsOf(graphOf(made).steps.get(step)!)
  return [
    ...ways.map(({ name }): ProcessEvent => ({ type: 'completeTask', task, outcome: name })),
    { type: 'returnTo', task, to: 'previous', scope: 'branch' },
    { type: 'returnTo', task, to: 'starter', scope: 'all' },
    ...trail.map((passed): ProcessEvent => ({ type: 'returnTo', task, to: { step: passed.step }, scope: 'branch' })),
    ...trail.map((passed): ProcessEvent => ({ type: 'returnTo', task, to: { step: passed.step }, scope: 'all' })),
    { type: 'sendStraightBack', task },
    { type: 'addSigner', task, signer: 'qian' },
    { type: 'addSigner', task, signer: 'sun', place: 'before' },
    { type: 'removeSigner', task },
    ...done.slice(-3).map((one): ProcessEvent => ({ type: 'withdraw', task: one })),
  ]
}

const possible = (walk: Walk): ProcessEvent[] => walk.state.tokens.flatMap((token) => answersTo(walk, token))
