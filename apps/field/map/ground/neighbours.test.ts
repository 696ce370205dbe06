import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { LayerFeature } from '../packages/worker-api.ts'
import { neighboursOf } from './neighbours.ts'

const box = (west: number, south: number, east: number, north: number): MultiPolygon => [
  [[[west, south], [east, south], [east, north], [west, north], [west, south]]], // biome-ignore format: one row
]
const parcel = (DLMC: string, geometry: MultiPolygon): LayerFeature => ({
  ...{ layer: 'DLTB', id: 1, version: 0, attributes: { DLMC }, geometry },
})

test('what adjoins on each side is the parcel just outside it; where the map ends nothing is claimed', () => {
  const parcels = [
    parcel('旱地', box(0, 0, 60, 60)),
    parcel('农村道路', box(60, 0, 66, 60)),
    parcel('河流水面', box(0, -20, 60, 0)),
    parcel('乔木林地', box(0, 60, 60, 90)),
  ]
  const found = neighboursOf(box(0, 0, 60, 60), parcels)
  const names = (side: 'east' | 'south' | 'west' | 'north') => found[side]?.attributes.DLMC
  assert.deepEqual(
    [names('east'), names('south'), names('west'), names('north')],
    ['农村道路', '河流水面', undefined, '乔木林地'],
  )
})

test('of a patch inside a parcel the parcel itself adjoins all round', () => {
  const found = neighboursOf(box(20, 20, 40, 40), [parcel('旱地', box(0, 0, 60, 60))])
  assert.deepEqual(Object.keys(found), ['east', 'south', 'west', 'north'])
})
