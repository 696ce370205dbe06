import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { featureGeometry } from '../flat/feature-geometry.ts'
import { SetBuilder } from '../flat/set-builder.ts'
import { setOf } from '../flat/set-of.ts'
import { plot, rectangle } from '../sample-geometries.testing.ts'
import { WkbError } from './wkb.ts'
import { addWkb } from './wkb-into-set.ts'
import { writeWkb } from './wkb-write.ts'

const read = (bytes: Uint8Array) => {
  const builder = new SetBuilder()
  addWkb(builder, bytes)
  return builder.finish()
}

test('a geometry read from WKB is the one that was written, to the last bit', () => {
  fc.assert(
    fc.property(plot, fc.boolean(), (geometry, withSrid) => {
      assert.deepEqual(read(writeWkb(geometry, withSrid ? 4524 : undefined)), setOf([geometry]))
    }),
  )
})

test('a Polygon with Z and M in big-endian order gives its plane', () => {
  const bytes = new DataView(new ArrayBuffer(13 + 4 * 32))
  bytes.setUint8(0, 0)
  bytes.setUint32(1, 3003)
  bytes.setUint32(5, 1)
  bytes.setUint32(9, 4)
  const corners = [[0, 0], [3, 0], [0, 4], [0, 0]] // biome-ignore format: one row
  corners.forEach(([x, y], i) => {
    for (const [k, value] of [x!, y!, 7, 8].entries()) bytes.setFloat64(13 + 32 * i + 8 * k, value)
  })
  assert.deepEqual(featureGeometry(read(new Uint8Array(bytes.buffer)), 0), [[corners]])
})

test('whatever the bytes are, they are refused or read, and forged counts cost nothing', () => {
  const good = writeWkb(rectangle(0, 0, 1, 1), 4524)
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, value, end) => {
      const bytes = good.slice(0, end)
      bytes[at] = value
      try {
        read(bytes)
      } catch (error) {
        assert.ok(error instanceof WkbError || error instanceof RangeError, `${error}`)
      }
    }),
    { numRuns: 2000 },
  )
})
