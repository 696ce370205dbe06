import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPasswordOutdated, verifyPassword } from './password.ts'
import { uuidv7 } from './uuid.ts'

test('a password opens its own hash and no other; the same password never hashes alike', async () => {
  const [one, two] = await Promise.all([hashPassword('云栖-2026'), hashPassword('云栖-2026')])
  assert.notEqual(one, two)
  assert.ok(await verifyPassword('云栖-2026', one))
  assert.ok(await verifyPassword('云栖－２０２６', one), 'full-width typing is the same password')
  assert.ok(!(await verifyPassword('云栖-2027', one)))
})

test('an unknown person and a damaged hash are simply refused', async () => {
  assert.ok(!(await verifyPassword('x', undefined)))
  assert.ok(!(await verifyPassword('x', 'pbkdf2-sm3$0$$')))
})

test('a hash with fewer rounds than today is due for renewal', async () => {
  const fresh = await hashPassword('x')
  assert.ok(Number(fresh.split('$')[1]) >= 100_000)
  assert.ok(!isPasswordOutdated(fresh))
  assert.ok(isPasswordOutdated(fresh.replace(/\$\d+\$/, '$1000$')))
})

test('the UUID of RFC 9562 appendix A.6 is made', () => {
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
  assert.equal(uuidv7(0x017f22e279b0, random), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  assert.ok(uuidv7(1, random) < uuidv7(2, random))
  assert.throws(() => uuidv7(1, new Uint8Array(9)), RangeError)
})
