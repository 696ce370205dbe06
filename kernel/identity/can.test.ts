import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areasFor, can, type Person } from './can.ts'

const lin: Person = {
  id: 'p1',
  login: 'linxiaofeng',
  name: '林晓峰',
  organisation: { id: 'o1', code: 'bureau', name: '县自然资源局' },
  rights: [
    {
      role: 'officer',
      verbs: ['landuse.*', 'casework.task.claim'],
      organisation: null,
      area: '610799101',
      business: 'landuse',
    },
    { role: 'reader', verbs: ['onemap.*'], organisation: 'o1', area: '', business: '*' },
  ],
}

test('a right covers its verb, area and business together, or not at all', () => {
  assert.ok(can(lin, 'landuse.clue.screen', { area: '610799101003', business: 'landuse' }))
  assert.ok(!can(lin, 'landuse.clue.screen', { area: '610799102003', business: 'landuse' }), 'another town')
  assert.ok(!can(lin, 'landuse.clue.screen', { area: '610799101003', business: 'ownership' }), 'another business')
  assert.ok(!can(lin, 'administration.person.add'), 'nothing is allowed by default')
  assert.ok(!can(lin, 'casework.task.claimed'), 'a verb without a star is exact')
})

test('a right may be limited to one organisation', () => {
  assert.ok(can(lin, 'onemap.layer.read', { organisation: 'o1' }))
  assert.ok(!can(lin, 'onemap.layer.read', { organisation: 'o2' }))
})

test('areas for a verb leave out what a wider one covers', () => {
  assert.deepEqual(areasFor(lin, 'landuse.clue.list'), ['610799101'])
  assert.deepEqual(areasFor(lin, 'onemap.layer.read'), [''])
  assert.deepEqual(areasFor(lin, 'audit.read'), [])
})
