import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sharedFolder, withoutShared } from '../../testing/harness.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import { decodeTile, ringsOf } from './decode-tile.testing.ts'
import { encodeTile } from './encode-tile.ts'
import { polygonCommands } from './polygon-commands.ts'

const fixtures = 'fixtures/oracles/mvt/fixtures'
const asTheyAre = (position: [number, number]) => position
const square = (low: number, high: number): MultiPolygon => [
  [
    [
      [low, low],
      [high, low],
      [high, high],
      [low, high],
      [low, low],
    ],
  ],
]

test('public fixtures of polygons read the same before and after our encoder', {
  skip: withoutShared(fixtures),
}, () => {
  for (const name of ['019', '022', '053', '054', '055']) {
    const folder = join(sharedFolder, fixtures, name)
    const [expected] = JSON.parse(readFileSync(join(folder, 'tile.json'), 'utf8')).layers
    const [read] = decodeTile(readFileSync(join(folder, 'tile.mvt')))
    assert.deepEqual(
      read!.features.map((each) => each.geometry),
      expected.features.map((each: { geometry: number[] }) => each.geometry),
    )
    const properties = (tags: number[]) =>
      Object.fromEntries(tags.flatMap((tag, k) => (k % 2 ? [] : [[read!.keys[tag], read!.values[tags[k + 1]!]]])))
    const again = encodeTile(
      read!.name,
      read!.features.map(({ id, tags, geometry }) => ({
        id: id ?? 0,
        geometry,
        properties: properties(tags) as Record<string, string | number>,
      })),
    )
    const [decoded] = decodeTile(again)
    assert.deepEqual(
      decoded!.features.map((each) => each.geometry),
      read!.features.map((each) => each.geometry),
    )
    assert.equal(decoded!.version, 2)
    assert.equal(decoded!.extent, 4096)
  }
})

test('numbers, Chinese words and large ids survive; an absent value is not written', () => {
  const feature = {
    id: 2 ** 40 + 1,
    geometry: polygonCommands(square(0, 10), asTheyAre),
    properties: { DLMC: '水田', TBMJ: 12.34, N: 7, BZ: null },
  }
  const [layer] = decodeTile(encodeTile('DLTB', [feature]))
  assert.deepEqual(
    [layer!.keys, layer!.values],
    [
      ['DLMC', 'TBMJ', 'N'],
      ['水田', 12.34, 7],
    ],
  )
  assert.equal(layer!.features[0]!.id, 2 ** 40 + 1)
  assert.equal(encodeTile('DLTB', []).length, 0)
})

test('outer rings are wound one way and holes the other, whatever way they came', () => {
  const [outer] = square(0, 100)[0]!
  const [hole] = square(10, 20)[0]!
  for (const polygon of [
    [outer!, hole!],
    [[...outer!].reverse(), hole!],
    [outer!, [...hole!].reverse()],
  ]) {
    const [first, second] = ringsOf(polygonCommands([polygon], asTheyAre))
    assert.ok(area(first!) > 0)
    assert.ok(area(second!) < 0)
  }
})

test('what lies beyond the margin is cut off, what vanishes on the grid is dropped', () => {
  const [ring] = ringsOf(polygonCommands(square(-1e6, 1e6), asTheyAre))
  assert.equal(area(ring!), (4096 + 128) ** 2)
  assert.deepEqual(polygonCommands(square(5000, 6000), asTheyAre), [])
  assert.deepEqual(polygonCommands(square(1, 1.3), asTheyAre), [])
})

function area(ring: [number, number][]): number {
  return ring.slice(1).reduce((sum, [x, y], k) => sum + (ring[k]![0] * y - x * ring[k]![1]) / 2, 0)
}
