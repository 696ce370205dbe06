import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { MultiPolygon } from '../types.ts'
import { readWkb, WkbError } from './wkb.ts'
import { writeWkb } from './wkb-write.ts'

const hex = (text: string) => new Uint8Array(Buffer.from(text.replace(/\s/g, ''), 'hex'))

test('what is written is read back with every bit and its SRID', () => {
  const coordinate = fc.double({ noNaN: true })
  const ring = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 6 })
  const anyGeometry = fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 })
  fc.assert(
    fc.property(anyGeometry, fc.option(fc.constant(4524), { nil: undefined }), (geometry, srid) => {
      const reading = readWkb(writeWkb(geometry as MultiPolygon, srid))
      assert.equal(reading.type, 'MultiPolygon')
      assert.deepEqual(reading.coordinates, geometry)
      assert.equal(reading.srid, srid)
    }),
  )
})

test('big-endian ISO WKB of a point is read', () => {
  assert.deepEqual(readWkb(hex('00 00000001 3FF0000000000000 4000000000000000')), {
    type: 'Point',
    coordinates: [1, 2],
  })
})

test('heights are left out and said so, in ISO and in EWKB writing', () => {
  const line = '01000000 000000000000F03F 0000000000000040 0000000000000840'
  const read = { type: 'LineString', coordinates: [[1, 2]], leftOut: 'Z' }
  assert.deepEqual(readWkb(hex(`01 EA030000 ${line}`)), read)
  assert.deepEqual(readWkb(hex(`01 02000080 ${line}`)), read)
})

test('a forged count is refused before memory is taken', () => {
  assert.throws(() => readWkb(hex('01 02000000 FFFFFFFF')), { name: 'WkbError', code: 'truncated' })
})

test('other types, other bytes and left-over bytes are refused', () => {
  assert.throws(() => readWkb(hex('01 07000000 00000000')), { code: 'type' })
  assert.throws(() => readWkb(hex('07 01000000')), { code: 'byte-order' })
  assert.throws(() => readWkb(hex('01 02000000 00000000 FF')), { code: 'trailing' })
})

test('random bytes never do worse than a WkbError', () => {
  const known = writeWkb(
    [
      [
        [
          [0, 0],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    ],
    4524,
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.nat(known.length), (noise, at) => {
      const bytes = Uint8Array.from(known)
      bytes.set(noise.subarray(0, bytes.length - at), at)
      try {
        readWkb(bytes)
      } catch (error) {
        assert.ok(error instanceof WkbError)
      }
    }),
    { numRuns: 2000 },
  )
})
