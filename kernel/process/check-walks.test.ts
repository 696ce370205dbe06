import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkModel } from './check.ts'
import type { ProcessModel, Step } from './model.ts'
import { newWalk, wander } from './walk.testing.ts'
import { block, modelOf } from './walk-models.testing.ts'

/** A sound model in which one way, or the split a join names, has been put elsewhere: what a slip of the hand draws. */
function slip(made: ProcessModel, at: number, to: number): ProcessModel {
  const target = made.steps[to % made.steps.length]!.id
  const ways = made.steps.flatMap((step) =>
    'transitions' in step ? step.transitions.map((way) => ({ step, way })) : [],
  )
  const slipped = ways[at % ways.length]!
  const steps = made.steps.map((step): Step => {
    if (step.kind === 'end' || step !== slipped.step) return step
    if (step.kind === 'join' && at % 2 === 0) return { ...step, split: target }
    return { ...step, transitions: step.transitions.map((way) => (way === slipped.way ? { ...way, to: target } : way)) }
  })
  return { ...made, steps }
}

test('a model with a slip in it is either reported, or as sound as any: no token of it is ever lost', () => {
  const walk = fc.record({
    part: block,
    moves: fc.array(fc.nat({ max: 100_000 }), { maxLength: 40 }),
    dice: fc.array(fc.nat({ max: 5 }), { minLength: 3 }),
    at: fc.nat({ max: 200 }),
    to: fc.nat({ max: 200 }),
  })
  const counts = { reported: 0, walked: 0 }
  fc.assert(
    fc.property(walk, ({ part, moves, dice, at, to }) => {
      const made = slip(modelOf(part), at, to)
      if (checkModel(made).length > 0) counts.reported++
      else {
        wander(newWalk(made, dice), moves)
        counts.walked++
      }
    }),
    { numRuns: 8_000 },
  )
  assert.ok(counts.reported > 1_000 && counts.walked > 1_000, JSON.stringify(counts))
})
