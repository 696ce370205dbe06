import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialsOf, searchItems } from './dictionary-search.ts'
import { nationalDictionaries } from './national-dictionaries.ts'

const classes = nationalDictionaries.find(({ scheme }) => scheme === 'landuse-survey')!.items
const first = (text: string) => searchItems(classes, text)[0]?.code

test('Initials are those of Pinyin, for each letter of the alphabet that has any', () => {
  assert.equal(initialsOf('水浇地'), 'sjd')
  assert.equal(initialsOf('安北城东鹅非国和江科林民南欧平清然山天王西云张'), 'abcdefghjklmnopqrstwxyz')
  assert.equal(initialsOf('（调查）果园 K1'), 'dcgyk1')
  assert.equal(initialsOf('一丁七万丈三上下不与专且世丘丙业丛东丝丢两严'), 'ydqwzssxbyzqsqbycdsdly')
})

test('A land class is found by its code, its words, its initials and its English name', () => {
  assert.equal(first('0102'), '0102')
  assert.equal(first('水浇'), '0102')
  assert.equal(first('sjd'), '0102')
  assert.equal(first('irrigated'), '0102')
  assert.deepEqual(searchItems(classes, '没有这样的地类'), [])
})

test('What begins with the words stands before what only contains them', () => {
  const found = searchItems(classes, '果园').map(({ title }) => title.zh)
  assert.equal(found[0], '果园')
  assert.ok(found.includes('可调整果园'))
  assert.equal(searchItems(classes, '地', 3).length, 3)
})
