import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkModel } from './check.ts'
import { finish, newWalk, wander } from './walk.testing.ts'
import { block, modelOf } from './walk-models.testing.ts'

/** About 30 s of one processor. */
const WALKS = 100_000

test('random walks over random models are sound: no lost token, nothing twice, and every case can be brought to its end', () => {
  const walk = fc.record({
    part: block,
    moves: fc.array(fc.nat({ max: 100_000 }), { maxLength: 40 }),
    dice: fc.array(fc.nat({ max: 5 }), { minLength: 3 }),
  })
  let finished = 0
  fc.assert(
    fc.property(walk, ({ part, moves, dice }) => {
      const made = modelOf(part)
      assert.deepEqual(checkModel(made), [])
      finish(wander(newWalk(made, dice), moves))
      finished++
    }),
    { numRuns: WALKS },
  )
  assert.equal(finished, WALKS)
})
