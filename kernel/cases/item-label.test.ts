import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemLabel } from './item-label.ts'

const forItem = (item: unknown, nth = 1) => itemLabel([{ fork: 'f1', split: 's', branch: 'b', nth, item }])

test('A task says which of the list it is for: by number, else by name, else by what the row says, else by its place', () => {
  assert.equal(itemLabel([{ fork: 'f1', split: 's', branch: 'b' }]), null, 'no list, no item')
  assert.equal(forItem('610799102001GB00012'), '610799102001GB00012')
  assert.equal(forItem(7), '7')
  assert.equal(forItem({ area: 3.5, owner: '刘军', parcelNumber: 'GB00012' }), 'GB00012')
  assert.equal(forItem({ TBMJ: 120, TBBH: '0031' }), '0031')
  assert.equal(forItem({ id: '0192d3c4-1111-7222-8333-944455556666', name: '云中测绘院' }), '云中测绘院')
  assert.equal(forItem({ title: { zh: '东关村', en: 'Dongguan' } }), '东关村')
  assert.equal(forItem({ area: 3.5, place: '河滩地' }), '河滩地')
  assert.equal(forItem({}, 4), '#4')
  assert.equal(forItem(null, 2), '#2')
  assert.equal(forItem('长'.repeat(80))!.length, 60)
})
