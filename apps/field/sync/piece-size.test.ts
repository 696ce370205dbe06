import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEAST, nextPiece } from './piece-size.ts'

const MB = 1024 * 1024

test('pieces grow on a link that is quick, and shrink on one that is slow', () => {
  let piece = LEAST
  for (let n = 0; n < 10; n++) piece = nextPiece(piece, { bytes: piece, ms: 80 })
  assert.equal(piece, 8 * MB)
  assert.equal(nextPiece(piece, { bytes: piece, ms: 1500 }), 8 * MB)
  for (let n = 0; n < 10; n++) piece = nextPiece(piece, { bytes: piece, ms: 9000 })
  assert.equal(piece, LEAST)
})

test('the short rest of a photo says nothing of a link', () => {
  assert.equal(nextPiece(MB, { bytes: 10, ms: 5 }), MB)
})
