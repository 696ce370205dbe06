import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import { Refusal } from '../problems/problem.ts'
import { importLayer } from './import-layer.ts'
import { countFeatures, readFeatures } from './read-features.ts'
import { at, EAST, loadRow, morning, NORTH, patch } from './sample-patches.testing.ts'

test('an officer reads patches back as they were loaded', () =>
  inRollback(async (trx) => {
    const { count } = await loadRow(trx, 3, (k) => ({ BZ: `第 ${k} 块`, TBMJ: 10000.37 }))
    const features = await readFeatures(trx, 'DLTB')
    assert.equal(count, 3)
    assert.deepEqual(
      features.map((each) => each.attributes.BZ),
      ['第 0 块', '第 1 块', '第 2 块'],
    )
    assert.deepEqual(features[0]!.geometry, patch(1, [0, 0, 100, 100]).geometry)
    assert.equal(features[0]!.attributes.TBMJ, 10000.37)
    assert.equal(features[0]!.attributes.HDMC, null)
  }))

test('only what the box touches, what the reader may see and what was asked for comes back', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 4, (k) => ({
      ZLDWDM: k < 2 ? '6107991012010000000' : '6107991022010000000',
      DLBM: k % 2 ? '0102' : '0101',
    }))
    const box = [EAST + 110, NORTH + 10, EAST + 310, NORTH + 20] as [number, number, number, number]
    const numbers = async (filter: Parameters<typeof readFeatures>[2]) =>
      (await readFeatures(trx, 'DLTB', filter)).map((each) => each.attributes.TBBH)
    assert.deepEqual(await numbers({ within: box }), ['0002', '0003', '0004'])
    assert.deepEqual(await numbers({ within: patch(9, [250, 50, 260, 60]).geometry }), ['0003'])
    assert.deepEqual(await numbers({ areas: ['610799101'] }), ['0001', '0002'])
    assert.deepEqual(await numbers({ areas: [] }), [])
    assert.deepEqual(await numbers({ areas: [''] }), ['0001', '0002', '0003', '0004'])
    assert.deepEqual(await numbers({ where: { DLBM: ['0102'] } }), ['0002', '0004'])
    const [first, second] = await readFeatures(trx, 'DLTB', { limit: 2 })
    assert.deepEqual(await numbers({ after: second!.id, limit: 1 }), ['0003'])
    assert.deepEqual(await numbers({ ids: [first!.id] }), ['0001'])
    assert.equal(await countFeatures(trx, 'DLTB', { areas: ['610799102'] }), 2)
  }))

test('before the first delivery the map was empty', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 1)
    assert.equal(await countFeatures(trx, 'DLTB', { asOf: at(-1) }), 0)
    assert.equal(await countFeatures(trx, 'DLTB', { asOf: morning }), 1)
  }))

test('a row that cannot be stored is named, and a layer is filled only once', () =>
  inRollback(async (trx) => {
    const load = (features: ReturnType<typeof patch>[]) =>
      importLayer(trx, { layer: 'DLTB', title: '底图', by: 'lin', now: morning, features })
    const refused = (code: string, params: object) => (error: unknown) => {
      assert.ok(error instanceof Refusal)
      assert.equal(error.problem.code, code)
      assert.deepEqual({ ...error.problem.params, ...params }, error.problem.params)
      return true
    }
    const good = patch(1, [0, 0, 100, 100])
    await assert.rejects(
      load([good, patch(2, [100, 0, 200, 100], { TBBH: '123456789' })]),
      refused('layers.attribute.too-long', { row: 2, field: 'TBBH' }),
    )
    await assert.rejects(
      load([patch(1, [0, 0, 1, 1], { TBMJ: 1.234 })]),
      refused('layers.attribute.too-precise', { row: 1 }),
    )
    await assert.rejects(
      load([patch(1, [0, 0, 1, 1], { XX: 1 })]),
      refused('layers.attribute.unknown-field', { field: 'XX' }),
    )
    await assert.rejects(readFeatures(trx, 'DLTB; drop'), refused('layers.layer.unknown', {}))
    await assert.rejects(
      readFeatures(trx, 'DLTB', { where: { XX: [1] } }),
      refused('layers.field.unknown', { field: 'XX' }),
    )
    await load([good])
    await assert.rejects(load([good]), refused('layers.import.layer-not-empty', {}))
  }))
