import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { scopeSketch } from './scope-sketch.ts'

const EAST = 36_512_340
const NORTH = 3_456_780
/** With a hole, width and height in metres. */
const plot = (width: number, height: number): MultiPolygon => [
  [ring(0, 0, width, height), ring(width / 4, height / 4, width / 2, height / 2).toReversed()],
]
const ring = (x: number, y: number, width: number, height: number): [number, number][] =>
  [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
    [0, 0],
  ].map(([dx, dy]) => [EAST + x + dx!, NORTH + y + dy!])

const lengthOf = (svg: string) => {
  const [, d] = svg.match(/class="scope"[^>]* d="M([^Z]+)Z/)!
  const places = d!.split('L').map((pair) => pair.split(' ').map(Number))
  return Math.max(...places.map(([x]) => x!)) - Math.min(...places.map(([x]) => x!))
}

test('a scope is drawn to the scale it names, the largest round one that holds it', () => {
  for (const [width, height, scale] of [
    [60, 30, 500],
    [138, 84, 1000],
    [139, 84, 2000],
    [1200, 900, 25_000],
  ] as const) {
    const sketch = scopeSketch(plot(width, height), 'zh')
    assert.match(sketch, new RegExp(`1:${scale.toLocaleString('en-US')} `))
    assert.ok(Math.abs(lengthOf(sketch) - (width / scale) * 1000) < 0.02, `${width} m at 1:${scale}`)
  }
})

test('the area is said in square metres, hectares and mu; holes are holes', () => {
  assert.match(scopeSketch(plot(100, 100), 'zh'), /面积 7,(49|50)\d\.\d\d m² = 0\.7[45]\d\d 公顷 = 11\.\d\d 亩/)
  assert.match(scopeSketch(plot(100, 100), 'en'), /Area 7,(49|50)\d\.\d\d m² = 0\.7[45]\d\d ha = 11\.\d\d mu/)
  assert.equal(scopeSketch(plot(100, 100), 'zh').match(/Z/g)?.length, 2)
})

test('the grid stands at round coordinates and two to eight lines cross the frame each way', () => {
  for (const width of [10, 77, 400, 3000, 26_000]) {
    const sketch = scopeSketch(plot(width, width / 2), 'zh')
    const easts = [...sketch.matchAll(/text-anchor="middle">(\d{8})</g)].map(([, at]) => Number(at))
    const step = easts[1]! - easts[0]!
    assert.ok(easts.length >= 2 && easts.length <= 8, `${easts.length} at ${width}`)
    assert.ok(easts.every((at) => at % step === 0))
  }
})

test('what is wider than any sheet is not drawn at all', () => {
  assert.equal(scopeSketch(plot(200_000, 10), 'zh'), '')
})
