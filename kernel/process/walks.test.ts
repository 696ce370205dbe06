import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { advance, isProblem } from './advance.ts'
import { checkModel } from './check.ts'
import { graphOf } from './graph.ts'
import type { ProcessModel, Step } from './model.ts'
import { type Advance, type ForkRef, newState, type ProcessEvent, type ProcessState } from './state.ts'
import { choice, end, join, model, race, receive, service, some, split, task, timer } from './test-kit.ts'

/** Parts of which any sound model is built; a block leads to the step it is given. */
type Block =
  | { kind: 'task' | 'coSign' | 'service' | 'race' }
  | {
      kind: 'sequence' | 'choice' | 'loop' | 'split' | 'some'
      parts: Block[]
      need?: number
      rest?: 'ignore' | 'cancel'
      early?: boolean
    }

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('task', 'task', 'coSign', 'service', 'race') }) as fc.Arbitrary<Block>,
    fc.record(
      {
        kind: fc.constantFrom('sequence', 'choice', 'loop', 'split', 'split', 'some'),
        parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
        need: fc.integer({ min: 1, max: 2 }),
        rest: fc.constantFrom('ignore', 'cancel'),
        early: fc.boolean(),
      },
      { requiredKeys: ['kind', 'parts'] },
    ) as fc.Arbitrary<Block>,
  ),
}))

const coSign = { signers: '["li","wang","zhao"]', pass: 'agree', otherwise: 'no', need: 2 }

/** Adds the steps of a block that leads to `to`; gives the id of its first step. */
function build(part: Block, to: string, steps: Step[]): string {
  const id = `s${steps.length}`
  const push = (...more: Step[]): string => {
    steps.push(...more)
    return id
  }
  switch (part.kind) {
    case 'task':
      return push(task(id, to))
    case 'coSign':
      return push(task(id, `agree:${to} no:${to}`, { coSign }))
    case 'service':
      return push(service(id, to))
    case 'race':
      return push(race(id, `${id}a ${id}t ${id}r`), task(`${id}a`, to), timer(`${id}t`, to), receive(`${id}r`, to))
    case 'sequence': {
      const first = part.parts.reduceRight((next, one) => build(one, next, steps), to)
      return first
    }
    default:
      return buildGateway(part, id, to, steps)
  }
}

function buildGateway(part: Extract<Block, { parts: Block[] }>, id: string, to: string, steps: Step[]): string {
  const at = steps.push(task(id, id)) - 1
  const isFork = part.kind === 'split' || part.kind === 'some'
  const next = isFork ? `${id}j` : part.kind === 'loop' ? `${id}x` : to
  const parts = part.kind === 'loop' ? part.parts.slice(0, 1) : part.parts
  const firsts = parts.map((one) => build(one, next, steps))
  // One branch may end for itself before the join.
  const branches = isFork && part.early ? [...firsts, 'end'] : firsts
  const conditional = branches.map((first, i) => `w${i}:${first}${i > 0 ? `?dice > ${i}` : ''}`).join('; ')
  if (part.kind === 'loop') {
    steps[at] = choice(`${id}x`, `again:${firsts[0]}?dice > 3; on:${to}`)
    return firsts[0]!
  }
  steps[at] =
    part.kind === 'split' ? split(id, branches.map((first, i) => `w${i}:${first}`).join(' ')) : choice(id, conditional)
  if (part.kind === 'some') steps[at] = some(id, conditional)
  const { need, rest } = part
  if (isFork) steps.push(join(next, id, to, { ...(need && { need }), ...(need && rest && { rest }) }))
  return id
}

function modelOf(part: Block): ProcessModel {
  const steps: Step[] = []
  const first = build({ kind: 'sequence', parts: [{ kind: 'task' }, part, { kind: 'task' }] }, 'end', steps)
  return { ...model(...steps, end()), start: first }
}

/** Everything somebody could do next, sensible or not. */
function possible(made: ProcessModel, state: ProcessState, done: string[]): ProcessEvent[] {
  const kinds = new Map(made.steps.map((step) => [step.id, step]))
  return state.tokens.flatMap((token): ProcessEvent[] => {
    const kind = kinds.get(token.step)!.kind
    if (kind === 'serviceTask') return [{ type: 'serviceDone', token: token.id }]
    if (kind === 'timer') return [{ type: 'timerFired', token: token.id }]
    if (kind === 'receive') return [{ type: 'eventReceived', token: token.id }]
    return (token.tasks ?? []).flatMap(({ id }): ProcessEvent[] => [
      { type: 'completeTask', task: id, outcome: outcomeOf(kinds.get(token.step)!) },
      { type: 'returnTo', task: id, to: 'previous', scope: 'branch' },
      { type: 'returnTo', task: id, to: 'starter', scope: 'all' },
      ...token.trail.map(({ step }): ProcessEvent => ({ type: 'returnTo', task: id, to: { step }, scope: 'branch' })),
      { type: 'sendStraightBack', task: id },
      { type: 'removeSigner', task: id },
      ...done.slice(-2).map((task): ProcessEvent => ({ type: 'withdraw', task })),
    ])
  })
}

const outcomeOf = (step: Step): string => (step.kind === 'end' ? '' : step.transitions[0]!.name)

function assertSound(made: ProcessModel, state: ProcessState): void {
  const { contexts, steps } = graphOf(made)
  const tasks = state.tokens.flatMap((token) => (token.tasks ?? []).map(({ id }) => id))
  assert.equal(new Set(tasks).size, tasks.length, 'no task is open twice')
  assert.equal(new Set(state.tokens.map(({ id }) => id)).size, state.tokens.length)
  for (const { step, forks, detour } of state.tokens) {
    assert.deepEqual(
      forks.map((ref) => ref.split),
      contexts.get(step),
      `the token at ${step} lies inside its splits`,
    )
    if (detour) assert.deepEqual(detour.slice(0, forks.length), forks, 'a detour begins where the token is')
  }
  assertOneLine(state)
  const waiting = state.tokens.filter(({ step }) => steps.get(step)!.kind !== 'join')
  if (state.status === 'running') assert.ok(waiting.length > 0, 'somebody can act: no token is lost')
  else assert.equal(state.tokens.length, 0, 'proper completion: nothing is left behind')
}

/** Every branch is walked by one token at a time; a line that has split goes on only when the join let it. */
function assertOneLine({ tokens, fired }: ProcessState): void {
  for (const [i, one] of tokens.entries()) {
    const line = one.detour ?? one.forks
    for (const other of tokens.slice(i + 1)) {
      const [short, long] = [line, other.detour ?? other.forks].sort((a, b) => a.length - b.length) as [
        ForkRef[],
        ForkRef[],
      ]
      const sameLine = short.every((ref, at) => ref.fork === long[at]!.fork && ref.branch === long[at]!.branch)
      const next = long[short.length]
      const mayBoth = !sameLine || (one.race && one.race === other.race) || (next && fired.includes(next.fork))
      assert.ok(mayBoth, `${one.step} and ${other.step} walk the same line`)
    }
  }
}

test('random walks over random models are sound: no lost token, nothing twice, and every case can be brought to its end', () => {
  const walk = fc.record({
    part: block,
    moves: fc.array(fc.nat({ max: 1_000 }), { maxLength: 40 }),
    dice: fc.array(fc.nat({ max: 5 }), { minLength: 3 }),
  })
  let finished = 0
  fc.assert(
    fc.property(walk, ({ part, moves, dice }) => {
      const made = modelOf(part)
      assert.deepEqual(checkModel(made), [])
      finished += play(made, moves, dice)
    }),
    { numRuns: 3_000 },
  )
  assert.equal(finished, 3_000)
})

/** Random acts first, then only work done: it must come to an end. */
function play(made: ProcessModel, moves: number[], dice: number[]): number {
  let state = newState()
  const done: string[] = []
  let turn = 0
  const act = (event: ProcessEvent): void => {
    const facts = { dice: turn > 60 ? 0 : dice[turn++ % dice.length] }
    const answer = advance(made, state, event, { facts, evaluate: (text) => evaluateHere(text, facts.dice!) })
    if (isProblem(answer)) return
    if (event.type === 'completeTask') done.push(event.task)
    assertReport(state, answer)
    state = answer.state
    assertSound(made, state)
  }
  act({ type: 'start' })
  for (const move of moves) {
    const choices = possible(made, state, done)
    if (choices.length > 0) act(choices[move % choices.length]!)
  }
  turn = 61
  for (let left = 500; left > 0 && state.status === 'running'; left--) act(possible(made, state, [])[0]!)
  assert.equal(state.status, 'ended')
  return 1
}

const evaluateHere = (text: string, dice: number): unknown =>
  text.startsWith('[') ? JSON.parse(text) : dice > Number(text.replace('dice > ', ''))

/** The tasks told about are exactly those that came and went. */
function assertReport(before: ProcessState, { state, created, cancelled }: Advance): void {
  const open = (of: ProcessState): string[] => of.tokens.flatMap(({ tasks }) => (tasks ?? []).map(({ id }) => id))
  const [was, is] = [open(before), open(state)]
  assert.deepEqual(created.map(({ id }) => id).sort(), is.filter((id) => !was.includes(id)).sort())
  const gone = was.filter((id) => !is.includes(id))
  assert.ok(cancelled.every(({ task }) => gone.includes(task)) && gone.length - cancelled.length <= 1)
}
