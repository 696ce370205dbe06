import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeIn } from './code-table.ts'
import { isCultivated, landuseName, levelOneOf, threeClassOf } from './landuse.ts'
import { codeTables } from './tables.ts'

test('what the digits of a land class do not tell: wetlands, the three classes, sub-classes', () => {
  assert.deepEqual(['0303', '0603', '1106'].map(levelOneOf), ['00', '00', '00'])
  assert.deepEqual(['0101', '0201K', '1107A', '09', '1202'].map(levelOneOf), ['01', '02', '11', '09', '12'])
  assert.deepEqual(['0404', '1006', '1109', '1201', '0603'].map(threeClassOf), [
    '未利用地',
    '农用地',
    '建设用地',
    '建设用地',
    '建设用地',
  ])
  assert.equal(threeClassOf('01'), undefined)
  assert.equal(levelOneOf('7777'), undefined)
  assert.equal(landuseName('0702'), '农村宅基地')
  assert.deepEqual(['0103', '0201K', '1203'].map(isCultivated), [true, false, false])
})

test('every table says which scheme and edition it is, and no code stands in it twice', () => {
  for (const table of Object.values(codeTables)) {
    assert.ok(table.scheme && table.edition && table.title.zh && table.title.en)
    assert.equal(new Set(table.codes.map(({ code }) => code)).size, table.codes.length, table.scheme)
  }
  assert.equal(codeIn(codeTables['landuse-survey3'], '1203')?.usable, false)
  assert.equal(codeIn(codeTables.zzsxdm, 'GZ'), undefined)
})
