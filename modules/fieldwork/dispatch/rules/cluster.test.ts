import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { clusterPlaces, type Placed, placesWithin } from './cluster.ts'

const place = (id: string, centre: Position | null, rank: Placed['rank'] = 'C'): Placed => ({ id, centre, rank })

test('far out neighbours are one spot in the colour of the most urgent; near each is its own', () => {
  const places = [place('a', [107.7, 33]), place('b', [107.7002, 33.0001], 'A'), place('nowhere', null)]
  const [spot, ...others] = clusterPlaces(places, 10)
  assert.deepEqual([spot!.count, spot!.rank, others.length], [2, 'A', 0])
  assert.ok(Math.abs(spot!.at[0] - 107.7001) < 1e-9)
  assert.equal(clusterPlaces(places, 19).length, 2)
})

test('every place is counted once, whatever the zoom, and only within the view', () => {
  const places = Array.from({ length: 5000 }, (_, i) => place(`${i}`, [107 + (i % 71) / 100, 32 + (i % 83) / 100]))
  for (const zoom of [3, 8.7, 12, 20])
    assert.equal(
      clusterPlaces(places, zoom).reduce((sum, { count }) => sum + count, 0),
      5000,
    )
  const west = clusterPlaces(places, 9, [106, 31, 107.3, 34]).reduce((sum, { count }) => sum + count, 0)
  assert.equal(west, places.filter(({ centre }) => centre![0] <= 107.3).length)
})

test('chosen by drawing: what lies within, a bay left out', () => {
  const ring: Position[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 1],
    [0, 4],
  ]
  const places = [place('in', [1, 1]), place('bay', [2, 3]), place('out', [5, 5]), place('nowhere', null)]
  assert.deepEqual(placesWithin(places, ring), ['in'])
})
