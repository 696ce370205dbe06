import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sm4 as library } from 'sm-crypto-v2'
import { fromHex, toHex, utf8 } from './bytes.ts'
import { receiptFault, signReceipt } from './receipt.ts'
import { generateKeyPair, isPublicKey, publicKeyOf, sign, verify, zValue } from './sm2.ts'
import { decryptSm4, encryptSm4 } from './sm4.ts'

const VECTORS = '../shared/fixtures/oracles/sm_crypto/gbt_sm_vectors.json'
const skip = existsSync(VECTORS) ? false : `${VECTORS} is not here`
const KEY = fromHex('0123456789abcdeffedcba9876543210')

test('SM2: the signature printed in GB/T 32918.5-2017 annex A is accepted, and its key and Z come out', {
  skip,
}, () => {
  const { sm2 } = JSON.parse(readFileSync(VECTORS, 'utf8'))
  const publicKey = `04${sm2.Px}${sm2.Py}`.toLowerCase()
  assert.equal(publicKeyOf(sm2.d), publicKey)
  assert.equal(zValue(publicKey, sm2.id), sm2.Z.toLowerCase())
  assert.ok(verify(sm2.sign.msg, sm2.sign.r + sm2.sign.s, publicKey, sm2.id))
})

test('what one person signs, nobody else signed, under no other name and in no other words', () => {
  const keys = generateKeyPair()
  const signature = sign('同意办结', keys, 'li.wei')
  assert.match(signature, /^[0-9a-f]{128}$/)
  assert.ok(verify('同意办结', signature, keys.publicKey, 'li.wei'))
  assert.ok(!verify('不同意办结', signature, keys.publicKey, 'li.wei'))
  assert.ok(!verify('同意办结', signature, keys.publicKey, 'zhang.min'))
  assert.ok(!verify('同意办结', signature, generateKeyPair().publicKey, 'li.wei'))
})

test('a broken signature or key is refused, not thrown', () => {
  const keys = generateKeyPair()
  for (const broken of ['', 'zz', '0'.repeat(128), 'f'.repeat(128)]) assert.ok(!verify('x', broken, keys.publicKey))
  assert.ok(!verify('x', sign('x', keys), `04${'1'.repeat(128)}`))
  assert.ok(!isPublicKey('04'))
})

test('a receipt proves the payload whatever the order of its members, and shows any change', () => {
  const signer = { keys: generateKeyPair(), keyId: 'node-1', userId: 'county-610799' }
  const receipt = signReceipt({ clue: 7, state: 'accepted' }, signer, '2026-11-22T08:00:00.000Z')
  assert.equal(receiptFault(receipt, { state: 'accepted', clue: 7 }, signer.keys.publicKey), undefined)
  assert.equal(receiptFault(receipt, { state: 'rejected', clue: 7 }, signer.keys.publicKey), 'payload')
  const backdated = { ...receipt, signedAt: '2026-11-21T08:00:00.000Z' }
  assert.equal(receiptFault(backdated, { clue: 7, state: 'accepted' }, signer.keys.publicKey), 'signature')
})

test('SM4 encrypts the block of GB/T 32907-2016 annex A.1', () => {
  const block = '0123456789abcdeffedcba9876543210'
  const cipher = library.encrypt(fromHex(block), KEY, { mode: 'ecb', padding: 'none', output: 'array' })
  assert.equal(toHex(cipher), '681edf34d206965e86b3e94f536e4246')
})

test('SM4-GCM opens what it sealed, and nothing that was moved or altered', () => {
  const nonce = fromHex('00001234567800000000abcd')
  const sealed = encryptSm4('身份证号 610799200001010011', KEY, nonce, 'person|1|id_number|1')
  assert.deepEqual(decryptSm4(sealed, KEY, 'person|1|id_number|1'), utf8('身份证号 610799200001010011'))
  assert.equal(decryptSm4(sealed, KEY, 'person|2|id_number|1'), undefined)
  assert.equal(decryptSm4(sealed, KEY.toReversed(), 'person|1|id_number|1'), undefined)
  for (const at of [0, 13, sealed.length - 1]) {
    const altered = Uint8Array.from(sealed)
    altered[at]! ^= 1
    assert.equal(decryptSm4(altered, KEY, 'person|1|id_number|1'), undefined)
  }
  assert.equal(decryptSm4(sealed.subarray(0, 20), KEY, 'person|1|id_number|1'), undefined)
})

test('SM4-GCM gives the cipher text and tag of RFC 8998 appendix A.1', () => {
  const double = (bytes: string): string => [...bytes].map((digit) => digit.repeat(16)).join('')
  const sealed = library.encrypt(fromHex(double('abcdefea')), KEY, {
    mode: 'gcm',
    iv: fromHex('00001234567800000000abcd'),
    associatedData: fromHex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
    output: 'array',
    outputTag: true,
  })
  const [cipher, tag] = [
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
    '83de3541e4c2b58177e065a9bf7b62ec',
  ]
  assert.equal(toHex(sealed.output), cipher)
  assert.equal(toHex(sealed.tag!), tag)
})
