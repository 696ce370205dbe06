import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Position } from '../../../kernel/geometry/types.ts'
import { roundBelow, scaleAt, zoomFor } from './map-scale.ts'
import { gridStep, sheetGrid } from './sheet-grid.ts'

test('a sheet is printed at the scale asked for', () => {
  for (const scale of [500, 2000, 25000]) assert.ok(Math.abs(scaleAt(zoomFor(scale, 33), 33) - scale) < 1e-6)
})

test('grid lines lie at round metres, ten centimetres of paper apart at most', () => {
  assert.equal(gridStep(500), 50)
  assert.equal(gridStep(10_000), 1000)
  assert.equal(gridStep(25_000), 2000)
  assert.equal(roundBelow(0.07), 0.05)
})

test('ticks stand where the grid meets the frame, also when the frame is turned a little against it', () => {
  const turn = 0.02
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const metresAt = ([x, y]: Position): Position => [36_477_430 + x * cos - y * sin, 3_650_560 - y * cos - x * sin]
  const pixelAt = ([e, n]: Position): Position => {
    const [de, dn] = [e - 36_477_430, 3_650_560 - n]
    return [de * cos + dn * sin, dn * cos - de * sin]
  }
  const grid = sheetGrid({ width: 400, height: 300, scale: 1000, metresAt, pixelAt })
  assert.deepEqual(
    grid.bottom.map(({ label }) => label),
    ['36477.5', '36477.6', '36477.7', '36477.8'],
  )
  for (const { at, label } of grid.bottom) assert.ok(Math.abs(metresAt(at)[0] - Number(label) * 1000) < 1e-3)
  for (const { at, label } of grid.left) assert.ok(Math.abs(metresAt(at)[1] - Number(label) * 1000) < 1e-3)
  for (const cross of grid.crosses) {
    const [e, n] = metresAt(cross)
    assert.ok(Math.abs(e / 100 - Math.round(e / 100)) < 1e-6)
    assert.ok(Math.abs(n / 100 - Math.round(n / 100)) < 1e-6)
  }
  assert.equal(grid.crosses.length, 12)
})
