import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layers as definitions } from '../../../kernel/layers/registry.ts'
import { firstChoice, inDrawingOrder, moved, toggled } from './layer-choice.ts'
import type { LayerInfo } from './layer-info.ts'

const layers = definitions.map((layer) => ({ ...layer, count: 1, box: null })) as unknown as LayerInfo[]
const names = (order: string[] = []) => inDrawingOrder(layers, order).map(({ name }) => name)

test('outlines lie on top, then control lines, approvals, parcels, and land use at the bottom', () => {
  const order = names()
  assert.deepEqual(order.slice(0, 2).toSorted(), ['CJDCQ', 'XZQ'])
  assert.equal(order.at(-1), 'DLTB')
  assert.ok(order.indexOf('STBHHX') < order.indexOf('NZYPW'))
  assert.ok(order.indexOf('ZFAJ') < order.indexOf('ZD'))
})

test('a reader moves the redline above the farmland, and no further than its group', () => {
  const control = ['YJJBNT', 'STBHHX', 'CZKFBJ']
  const up = moved(firstChoice, control, 'STBHHX', -1)
  assert.deepEqual(
    names(up.order).filter((name) => control.includes(name)),
    ['STBHHX', 'YJJBNT', 'CZKFBJ'],
  )
  assert.equal(moved(firstChoice, control, 'YJJBNT', -1), firstChoice)
})

test('a layer is switched off and on again', () => {
  const off = toggled(firstChoice, 'DLTB')
  assert.equal(off.shown.includes('DLTB'), false)
  assert.equal(toggled(off, 'DLTB').shown.includes('DLTB'), true)
})
