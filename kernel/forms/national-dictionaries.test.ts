import assert from 'node:assert/strict'
import { test } from 'node:test'
import { landuseSurvey3 } from '../layers/codes/landuse-survey3.ts'
import { knowsNationalCode } from './national-dictionaries.ts'

test('A land class is known in its own scheme and edition, and nowhere else', () => {
  const { scheme, edition } = landuseSurvey3
  assert.equal(knowsNationalCode(scheme, edition, '0101'), true)
  assert.equal(knowsNationalCode(scheme, edition, '9999'), false)
  assert.equal(knowsNationalCode(scheme, '1984', '0101'), undefined)
})
