import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import type { Trx } from '../db/database.ts'
import { gaussKrugerInverse } from '../geometry/projection/gauss-kruger.ts'
import { toWebMercator } from '../geometry/projection/web-mercator.ts'
import { addItems } from '../layers/change-sets/add-items.ts'
import { applyChangeSet } from '../layers/change-sets/apply.ts'
import { checkChangeSet } from '../layers/change-sets/check.ts'
import { createChangeSet } from '../layers/change-sets/create.ts'
import { readFeatures } from '../layers/read-features.ts'
import { layers } from '../layers/registry.ts'
import { at, EAST, loadRow, NORTH } from '../layers/sample-patches.testing.ts'
import { decodeTile, ringsOf } from './decode-tile.testing.ts'
import { tile } from './tile.ts'
import { tileFrame } from './tile-frame.ts'
import { tileJson } from './tile-json.ts'

const zone = { centralMeridian: 108, falseEasting: 36500000 }

/** The tile that holds a place of the plane. */
function tileAt(z: number, east = EAST + 50, north = NORTH + 50) {
  const [mx, my] = toWebMercator(gaussKrugerInverse([east, north], zone))
  const world = 2 * Math.PI * 6378137
  return { z, x: Math.floor((mx / world + 0.5) * 2 ** z), y: Math.floor((0.5 - my / world) * 2 ** z) }
}

async function numbersOn(trx: Trx, request: Partial<Parameters<typeof tile>[1]> = {}, z = 14) {
  const [layer] = decodeTile(await tile(trx, { layer: 'DLTB', ...tileAt(z), areas: [''], ...request }))
  if (!layer) return []
  const key = layer.keys.indexOf('TBBH')
  return layer.features.map(
    ({ tags }) => layer.values[tags[tags.findIndex((tag, k) => k % 2 === 0 && tag === key) + 1]!],
  )
}

test('a tile shows the patches where they are, to half a tile unit', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 1)
    const place = tileAt(16)
    const [layer] = decodeTile(await tile(trx, { layer: 'DLTB', ...place, areas: [''] }))
    const [ring] = ringsOf(layer!.features[0]!.geometry)
    const frame = tileFrame(place.z, place.x, place.y, zone)!
    const world = 2 * Math.PI * 6378137
    for (const corner of [
      [EAST, NORTH],
      [EAST + 100, NORTH + 100],
    ] as [number, number][]) {
      const [mx, my] = toWebMercator(gaussKrugerInverse(corner, zone))
      const x = ((mx / world + 0.5) * 2 ** 16 - place.x) * 4096
      const y = ((0.5 - my / world) * 2 ** 16 - place.y) * 4096
      assert.ok(Math.hypot(frame.project(corner)[0] - x, frame.project(corner)[1] - y) < 0.01)
      assert.ok(
        ring!.some(([rx, ry]) => Math.abs(rx - x) <= 0.51 && Math.abs(ry - y) <= 0.51) ||
          x < -64 ||
          y < -64 ||
          x > 4160 ||
          y > 4160,
      )
    }
  }))

test('the quadratic stands in for the projection to a few hundredths of a tile unit', () => {
  for (const z of [10, 12, 15]) {
    const { x, y } = tileAt(z)
    const frame = tileFrame(z, x, y, zone)!
    const world = 2 * Math.PI * 6378137
    const [minX, minY, maxX, maxY] = frame.box
    for (const [u, v] of [
      [0.1, 0.2],
      [0.33, 0.9],
      [0.75, 0.4],
    ] as const) {
      const place: [number, number] = [minX + u * (maxX - minX), minY + v * (maxY - minY)]
      const [mx, my] = toWebMercator(gaussKrugerInverse(place, zone))
      const exact = [((mx / world + 0.5) * 2 ** z - x) * 4096, ((0.5 - my / world) * 2 ** z - y) * 4096]
      const [px, py] = frame.project(place)
      assert.ok(Math.hypot(px - exact[0]!, py - exact[1]!) < 0.03, `z${z}`)
    }
  }
})

test('a reader sees only the patches of their own areas, and the tile of yesterday', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 3, (k) => ({ ZLDWDM: k === 0 ? '6107991012010000000' : '6107991022010000000' }))
    assert.deepEqual(await numbersOn(trx), ['0001', '0002', '0003'])
    assert.deepEqual(await numbersOn(trx, { areas: ['610799102'] }), ['0002', '0003'])
    assert.deepEqual(await numbersOn(trx, { areas: [] }), [])
    assert.deepEqual(await numbersOn(trx, { asOf: at(-1) }), [])
    assert.deepEqual(await numbersOn(trx, {}, 10), ['0001', '0002', '0003'])
    assert.deepEqual(await numbersOn(trx, {}, 8), [])
    assert.deepEqual(await numbersOn(trx, { x: 0, y: 0 }), [])
  }))

test('an applied change set shows on the next tile, the past stays as it was', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 1)
    assert.deepEqual(await numbersOn(trx), ['0001'])
    const [first] = await readFeatures(trx, 'DLTB')
    const set = await createChangeSet(trx, { title: '改号', by: 'lin', now: at(10) })
    await addItems(trx, set, [
      { layer: 'DLTB', kind: 'modify', featureId: first!.id, baseVersion: 1, attributes: { TBBH: '0099' } },
    ])
    await checkChangeSet(trx, set, at(11))
    await applyChangeSet(trx, set, at(12))
    assert.deepEqual(await numbersOn(trx), ['0099'])
    assert.deepEqual(await numbersOn(trx, { asOf: at(11) }), ['0001'])
  }))

test('a map client learns where a layer lies and what its tiles carry', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 2)
    const json = await tileJson(trx, 'DLTB', ['/tiles/DLTB/{z}/{x}/{y}'])
    assert.deepEqual(Object.keys(json.vector_layers[0]!.fields), ['TBBH', 'DLBM'])
    const [west, south, east, north] = json.bounds!
    assert.ok(west < east && south < north && Math.abs(west - 107.77) < 0.01 && Math.abs(south - 32.98) < 0.02)
  }))

test('every layer has tiles, also one whose features carry nothing but their outline', () =>
  inRollback(async (trx) => {
    for (const { name } of layers) {
      for (const z of [11, 15]) await assert.doesNotReject(tile(trx, { layer: name, ...tileAt(z), areas: [''] }), name)
    }
  }))
