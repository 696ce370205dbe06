import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNetwork, isWithin } from './networks.ts'

for (const [text, good] of [
  ['10.1.2.3', true],
  ['10.1.0.0/16', true],
  ['2001:db8::/32', true],
  ['::1', true],
  ['10.1.2.3/33', false],
  ['10.1.2', false],
  ['2001:db8::/129', false],
  ['office', false],
  ['', false],
] as const) {
  test(`«${text}» is ${good ? 'a' : 'no'} network`, () => assert.equal(isNetwork(text), good))
}

test('an account bound to none comes from anywhere, one bound to some only from there', () => {
  assert.ok(isWithin(undefined, '8.8.8.8'))
  assert.ok(isWithin([], '8.8.8.8'))
  const office = ['10.1.0.0/16', '192.168.7.9', '2001:db8::/32']
  for (const address of ['10.1.255.1', '::ffff:10.1.0.2', '192.168.7.9', '2001:db8:7::1'])
    assert.ok(isWithin(office, address), address)
  for (const address of ['10.2.0.1', '192.168.7.10', '2001:db9::1', '::ffff:10.2.0.1', 'somewhere'])
    assert.ok(!isWithin(office, address), address)
})
