import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SketchAct, type SketchState, sketched } from './sketch-state.ts'

const drawn = (kind: SketchState['kind'], ...acts: SketchAct[]) =>
  acts.reduce(sketched, { kind, points: [], isDone: false })
const at = (x: number, y: number): SketchAct => ({ type: 'add', at: [x, y] })

test('a double click ends an area without its doubled last point', () => {
  const area = drawn('polygon', at(0, 0), at(1, 0), at(1, 1), at(1, 1), { type: 'finishDouble' })
  assert.deepEqual(area, {
    kind: 'polygon',
    points: [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
    isDone: true,
  })
})

test('an area of two points cannot be ended, a line can', () => {
  assert.equal(drawn('polygon', at(0, 0), at(1, 0), { type: 'finish' }).isDone, false)
  assert.equal(drawn('line', at(0, 0), at(1, 0), { type: 'finish' }).isDone, true)
})

test('backspace takes back a point, and the next point after the end begins anew', () => {
  assert.equal(drawn('line', at(0, 0), at(1, 0), { type: 'undo' }).points.length, 1)
  const again = drawn('line', at(0, 0), at(1, 0), { type: 'finish' }, at(5, 5))
  assert.deepEqual(again, { kind: 'line', points: [[5, 5]], isDone: false })
})
