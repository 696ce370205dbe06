import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json.ts'

test('the example of RFC 8785 §3.2.2 comes out as printed there', () => {
  const input = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  assert.equal(
    canonicalJson(input),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('members sort by UTF-16 code units as RFC 8785 §3.2.3 wants', () => {
  const input = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 }
  const keys = Object.keys(JSON.parse(canonicalJson(input)) as object)
  assert.deepEqual(new Set(keys), new Set(Object.keys(input)))
  assert.equal(canonicalJson(input), '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}')
})

test('dates are instants, undefined members vanish, minus zero is zero', () => {
  assert.equal(
    canonicalJson({ at: new Date(0), gone: undefined, zero: -0 }),
    '{"at":"1970-01-01T00:00:00.000Z","zero":0}',
  )
})

test('what JSON cannot hold is refused', () => {
  const loop: unknown[] = []
  loop.push(loop)
  for (const bad of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    () => 0,
    undefined,
    new Map(),
    new Uint8Array(2),
    '\ud800',
    loop,
  ]) {
    assert.throws(() => canonicalJson(bad), TypeError)
  }
})

test('any JSON value survives a trip through storage with the same spelling', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const stored: unknown = JSON.parse(JSON.stringify(value))
      assert.equal(canonicalJson(stored), canonicalJson(JSON.parse(canonicalJson(value))))
    }),
  )
})
