import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reachOf } from './area-reach.ts'

const county = { code: '610799', name: '云栖县' }
const town = { code: '610799100', name: '城关镇' }
const village = { code: '610799100201', name: '徐家店村' }
const more = (names: string, count: number) => `${names} 等 ${count} 个`

test('the header names the county to whoever sees it, else the towns', () => {
  assert.equal(reachOf([county, town, village], more), '云栖县')
  assert.equal(reachOf([town, village], more), '城关镇')
  assert.equal(reachOf([], more), '')
})

test('of many places two are named and the rest counted', () => {
  const towns = ['100', '101', '102'].map((end) => ({ code: `610799${end}`, name: end }))
  assert.equal(reachOf(towns, more), '100、101 等 3 个')
})
