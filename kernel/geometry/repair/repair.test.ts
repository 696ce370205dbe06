import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planarArea } from '../measures/planar-area.ts'
import { assertValid, plot, rectangle, tangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon, Position, Ring } from '../types.ts'
import { type Repair, repairPolygon } from './repair.ts'

function repaired(geometry: MultiPolygon) {
  const outcome = repairPolygon(geometry)
  if ('rejected' in outcome) throw new assert.AssertionError({ message: `rejected: ${outcome.rejected}` })
  return outcome
}

const kinds = (repairs: Repair[]) => repairs.map(({ kind }) => kind)
const ring = (...corners: Position[]): Ring => [...corners, corners[0]!]

test('a sound plot keeps every digit of its coordinates', () => {
  fc.assert(
    fc.property(plot, (geometry) => {
      const { geometry: after, repairs } = repaired(geometry)
      assert.deepEqual(kinds(repairs).filter((kind) => kind !== 'ring-direction'), []) // biome-ignore format: one row
      const vertices = (g: MultiPolygon) => new Set(g.flat(2).map(String))
      assert.deepEqual(vertices(after), vertices(geometry))
    }),
  )
})

test('an open ring is closed and the gap stated', () => {
  const { geometry, repairs } = repaired([[[[0, 0], [3, 0], [3, 4]]]]) // biome-ignore format: one row
  assert.deepEqual(repairs, [{ kind: 'ring-closed', measure: 5, at: [3, 4] }])
  assert.equal(planarArea(geometry), 6)
})

test('repeated vertices and spikes go, wherever the ring begins', () => {
  const spiked = [[0, 0], [10, 0], [10, 10], [5, 10], [5, 30], [5, 10], [5, 10.0004], [0, 10]] as Position[] // biome-ignore format: one row
  for (let turn = 0; turn < spiked.length; turn++) {
    const outer = ring(...spiked.slice(turn), ...spiked.slice(0, turn))
    const { geometry, repairs } = repaired([[outer]])
    assert.ok(Math.abs(planarArea(geometry) - 100) < 0.01)
    assert.deepEqual([...new Set(kinds(repairs))].sort(), ['repeated-vertex', 'spike'])
    assert.ok(repairs.some(({ kind, measure, at }) => kind === 'spike' && measure === 20 && at[1] === 30))
  }
})

//  4 *       *
//    | \   / |
//    |   x   |
//    | /   \ |
//  0 *       *
test('a bow-tie becomes two triangles, with the area before and after', () => {
  const bowTie: MultiPolygon = [[ring([0, 0], [4, 4], [4, 0], [0, 4])]]
  const { geometry, repairs, areaBefore, areaAfter } = repaired(bowTie)
  assert.equal(geometry.length, 2)
  assert.deepEqual([areaBefore, areaAfter], [0, 8])
  assert.deepEqual(repairs, [
    { kind: 'self-crossing', measure: 8, at: [2, 2] },
    { kind: 'multipart', measure: 2, at: [2, 2] },
  ])
})

test('a hole outside its plot is taken away, one half outside is cut', () => {
  const outer = ring([0, 0], [10, 0], [10, 10], [0, 10])
  const outside = repaired([[outer, ring([20, 0], [20, 2], [22, 2], [22, 0])]])
  assert.deepEqual(outside.geometry, rectangle(0, 0, 10, 10))
  assert.deepEqual(outside.repairs, [{ kind: 'hole-outside', measure: 4, at: [20, 0] }])
  const across = repaired([[outer, ring([8, 4], [8, 6], [12, 6], [12, 4])]])
  assert.equal(across.areaAfter, 96)
  assert.deepEqual(kinds(across.repairs), ['hole-outside'])
})

test('overlapping parts count once', () => {
  const { repairs, areaBefore, areaAfter } = repaired([...rectangle(0, 0, 4, 4), ...rectangle(2, 2, 6, 6)])
  assert.deepEqual([areaBefore, areaAfter], [32, 28])
  assert.deepEqual(repairs, [{ kind: 'overlapping-parts', measure: 4, at: [2, 2] }])
})

test('parts that lie apart are kept and reported; a crumb among them is dropped and reported', () => {
  const { geometry, repairs } = repaired([
    ...rectangle(0, 0, 4, 4),
    ...rectangle(8, 8, 9, 9),
    ...rectangle(20, 20, 20.01, 20.01),
  ])
  assert.equal(geometry.length, 2)
  assert.deepEqual(kinds(repairs), ['tiny-ring', 'multipart'])
})

test('a hole that runs the same way as its outer ring is turned and reported', () => {
  const outer = ring([0, 0], [10, 0], [10, 10], [0, 10])
  const { geometry, repairs } = repaired([[outer, ring([4, 4], [6, 4], [6, 6], [4, 6])]])
  assert.deepEqual(repairs, [{ kind: 'ring-direction', measure: 4, at: [4, 4] }])
  assert.deepEqual(geometry[0]![1], ring([4, 4], [6, 4], [6, 6], [4, 6]).reverse())
})

test('a plot that a hole cuts in two becomes two parts', () => {
  const outer = ring([0, 0], [10, 0], [10, 10], [0, 10])
  const { geometry, repairs } = repaired([[outer, ring([5, 0], [4, 5], [5, 10], [6, 5])]])
  assert.equal(geometry.length, 2)
  assert.deepEqual(kinds(repairs), ['touching-rings', 'multipart'])
})

test('what cannot be repaired is rejected with a reason and the last good place', () => {
  assert.deepEqual(repairPolygon([]), { rejected: 'empty' })
  assert.deepEqual(repairPolygon([[[]]]), { rejected: 'empty' })
  assert.deepEqual(repairPolygon([[[[1, 2], [Number.NaN, 0], [3, 3]]]]), { rejected: 'not-finite', at: [1, 2] }) // biome-ignore format: one row
  assert.deepEqual(repairPolygon([[[[1, 2], null as unknown as Position]]]), { rejected: 'not-finite', at: [1, 2] })
  assert.deepEqual(repairPolygon([[[[1e12, 2]]]]), { rejected: 'too-far', at: [1e12, 2] })
  assert.deepEqual(repairPolygon([[[[1, 1], [5, 5], [9, 9], [1, 1]]]]), { rejected: 'no-area', at: [1, 1] }) // biome-ignore format: one row
})

test('drawings of hundreds of thousands of vertices are repaired or refused, and in time', () => {
  const circle = (n: number, turns: number): Position[] =>
    Array.from({ length: n }, (_, i) => {
      const angle = (2 * Math.PI * turns * i) / n
      return [1e4 * Math.cos(angle), 1e4 * Math.sin(angle)]
    })
  const large = circle(200000, 1)
  assert.equal(repaired([[[...large.flatMap((p) => [p, p]), large[0]!]]]).repairs.length, 200000)
  // A star polygon of 5001 points that goes round 2500 times crosses itself some 12 million times.
  assert.equal((repairPolygon([[ring(...circle(5001, 2500))]]) as { rejected: string }).rejected, 'too-tangled')
})

test('whatever is drawn, the result is valid or there is a reason', () => {
  fc.assert(
    fc.property(fc.array(tangle, { minLength: 1, maxLength: 3 }), (parts) => {
      const outcome = repairPolygon(parts.flat())
      if ('rejected' in outcome) return assert.equal(outcome.rejected, 'no-area')
      assertValid(outcome.geometry)
      const again = repaired(outcome.geometry)
      assert.deepEqual(kinds(again.repairs).filter((kind) => kind !== 'multipart'), []) // biome-ignore format: one row
    }),
    { numRuns: 500 },
  )
})
