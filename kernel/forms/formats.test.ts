import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatFault } from './formats.ts'

// Codes published by their own holders (ministries).
const CREDIT = ['11100000MB03271699', '11100000000013338W']

test('A unified social credit code is taken when its check digit fits, and one mistyped character is told as such', () => {
  for (const code of CREDIT) assert.equal(formatFault('creditCode', code), undefined, code)
  assert.equal(formatFault('creditCode', '11100000MB03271698'), 'check-digit')
  assert.equal(formatFault('creditCode', '11100000MB0327169'), 'shape')
  assert.equal(formatFault('creditCode', '11100000MBO3271699'), 'shape', 'the letter O is not used')
})

test('No single mistyped character of a credit code goes unseen', () => {
  const digits = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
  fc.assert(
    fc.property(fc.constantFrom(...CREDIT), fc.nat(17), fc.constantFrom(...digits), (code, at, digit) => {
      fc.pre(code[at] !== digit)
      assert.notEqual(formatFault('creditCode', code.slice(0, at) + digit + code.slice(at + 1)), undefined)
    }),
  )
})

test('An identity number needs a real day of birth and its check digit', () => {
  assert.equal(formatFault('identityNumber', '11010519491231002X'), undefined, 'the example of GB 11643')
  assert.equal(formatFault('identityNumber', '440524188001010014'), undefined, 'the other example')
  assert.equal(formatFault('identityNumber', '110105194912310021'), 'check-digit')
  assert.equal(formatFault('identityNumber', '11010519490229002X'), 'shape', '1949 had no 29 February')
  assert.equal(formatFault('identityNumber', '11010519491231002x'), 'shape', 'a small x is not the standard’s')
})

test('Telephone numbers, postcodes and real-estate unit codes by their shape', () => {
  for (const good of ['0916-2345678', '01062345678', '13912345678', '400-123-4567', '0916-2345678-12'])
    assert.equal(formatFault('phone', good), undefined, good)
  for (const bad of ['2345678', '12345678901', '0916 2345678']) assert.equal(formatFault('phone', bad), 'shape', bad)
  assert.equal(formatFault('mobile', '23912345678'), 'shape')
  assert.equal(formatFault('postcode', '723000'), undefined)
  const units = ['610724001002GB00012F00010003', '610724 001002 GB00012 F00010003', '610724001002JA00003W00000000']
  for (const unit of units) assert.equal(formatFault('realEstateUnit', unit), undefined, unit)
  const wrong = ['610724001002GA00003W00000000', '610724001002GC00003W00000000', '610724001002GB00012W00000001']
  for (const unit of wrong) assert.equal(formatFault('realEstateUnit', unit), 'shape', unit)
})
