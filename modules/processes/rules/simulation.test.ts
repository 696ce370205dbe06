import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loanProcess } from '../loan.testing.ts'
import { back, begin, go, placesOf, type Walk } from './simulation.ts'

const sound = (walk: ReturnType<typeof go>): Walk => ('code' in walk ? assert.fail(walk.code) : walk)
const at = (walk: Walk): string[] => placesOf(walk).map(({ step }) => step.id)
const act = (walk: Walk, event: (act: ReturnType<typeof placesOf>[number]['acts'][number]) => boolean): Walk =>
  sound(go(walk, placesOf(walk)[0]!.acts.find(event)!))
const complete = (walk: Walk, outcome: string): Walk =>
  act(walk, ({ event }) => event.type === 'completeTask' && event.outcome === outcome)

test('a sample case is walked to its end; each act can be taken back', () => {
  const first = sound(begin(loanProcess('local.loan'), [], { secret: true }))
  assert.deepEqual(at(first), ['accept'])
  const signing = complete(first, 'submit')
  assert.deepEqual(at(signing), ['sign'])
  const handing = complete(signing, 'agree')
  assert.deepEqual(at(handing), ['hand'])
  assert.deepEqual(at(back(handing)), ['sign'])
  const over = complete(handing, 'submit')
  assert.deepEqual([over.past.at(-1)!.state.status, over.past.at(-1)!.state.result], ['ended', 'completed'])
})

test('facts changed on the way decide what comes next', () => {
  const first = sound(begin(loanProcess('local.loan'), [], { secret: true }))
  assert.deepEqual(at(complete({ ...first, facts: { secret: false } }, 'submit')), ['hand'])
})
