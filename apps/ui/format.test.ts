import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queryString } from './api.ts'
import { day, hectares, instant, mu, squareMetres } from './format.ts'

test('an officer reads areas in m² with two decimals, 公顷 with four, 亩 with two', () => {
  assert.equal(squareMetres(10415.235), '10,415.24')
  assert.equal(hectares(10415.24), '1.0415')
  assert.equal(mu(10000), '15.00')
})

test('days and instants are those of Beijing', () => {
  assert.equal(day('2026-11-22T16:30:00Z'), '2026-11-23')
  assert.equal(day('2026-11-22'), '2026-11-22')
  assert.equal(instant('2026-11-22T09:20:00Z'), '2026-11-22 17:20')
  assert.equal(instant(null), '—')
})

test('a question is asked with lists repeated and empty values left out', () => {
  assert.equal(
    queryString({ layers: ['DLTB', 'XZQ'], text: '', page: 1, after: undefined }),
    '?layers=DLTB&layers=XZQ&page=1',
  )
  assert.equal(queryString({}), '')
})
