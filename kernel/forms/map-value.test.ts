import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Drawn, MapField } from './definition.ts'
import { checkDrawn, drawnOf, measured } from './map-value.ts'

const title = { zh: '范围', en: 'Range' }
const land: MapField = { name: 'land', type: 'map', shape: 'polygon', max: 2, within: 'scope', title }
/** 0.001° squares near 107.765, 32.98: about 93.5 m × 110.9 m. */
const square = (x: number, y: number, size = 0.001): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const drawn = (...rings: [number, number][][]) =>
  drawnOf(
    'polygon',
    rings.map((ring) => [ring]),
  )
const scope = [[square(107.76, 32.97, 0.02)]]
const code = (value: unknown, field = land) => checkDrawn(field, value, scope)?.code

test('The area of what was drawn is worked out on the ellipsoid, whatever the sender says', () => {
  const value = measured(land, { ...drawn(square(107.765, 32.98)), area: 1 }) as Drawn
  assert.ok(Math.abs(value.area! - 10_365) < 20, String(value.area))
  assert.equal(value.crs, 'EPSG:4490')
  const line: MapField = { ...land, shape: 'line' }
  const road = measured(
    line,
    drawnOf('line', [
      [
        [107.765, 32.98],
        [107.765, 32.981],
      ],
    ]),
  ) as Drawn
  assert.ok(Math.abs(road.length! - 110.9) < 0.5, String(road.length))
})

test('A range inside the scope is taken; one across its edge, a crossing one, an overlapping pair and a third are named', () => {
  assert.equal(code(drawn(square(107.765, 32.98))), undefined)
  assert.equal(code(drawn(square(107.7795, 32.98))), 'forms.outside-scope')
  const bow: [number, number][] = [
    [107.765, 32.98],
    [107.766, 32.981],
    [107.766, 32.98],
    [107.765, 32.981],
    [107.765, 32.98],
  ]
  assert.equal(code(drawn(bow)), 'forms.shape-crosses-itself')
  assert.equal(code(drawn(square(107.765, 32.98), square(107.7655, 32.9805))), 'forms.shapes-overlap')
  assert.equal(
    code(drawn(square(107.765, 32.98), square(107.77, 32.98), square(107.773, 32.98))),
    'forms.too-many-shapes',
  )
})

test('A range on the very edge of the scope is inside it', () => {
  assert.equal(code(drawn(square(107.76, 32.97))), undefined)
})

test('What is no drawing is refused and not met half way: other types, systems, depths, places off the earth', () => {
  for (const value of [
    null,
    'POLYGON',
    { type: 'MultiPolygon', coordinates: [] },
    { type: 'MultiPolygon', coordinates: [[[[500_000, 3_600_000]]]], crs: 'EPSG:4490' },
    { type: 'MultiPolygon', coordinates: [[107, 32]], crs: 'EPSG:4490' },
    { type: 'MultiPolygon', coordinates: [[square(107, 32)]], crs: 'EPSG:4524' },
    { type: 'MultiPoint', coordinates: [[107, 32]], crs: 'EPSG:4490' },
  ])
    assert.equal(code(value), 'forms.not-drawn', JSON.stringify(value))
})

test('Points are held against the scope one by one', () => {
  const point: MapField = { ...land, shape: 'point' }
  assert.equal(code(drawnOf('point', [[107.765, 32.98]]), point), undefined)
  assert.equal(
    code(
      drawnOf('point', [
        [107.765, 32.98],
        [108, 33],
      ]),
      point,
    ),
    'forms.outside-scope',
  )
})
