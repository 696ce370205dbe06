import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { bytesOf, fromHex, toHex, utf8 } from './bytes.ts'
import { createSm3, hmacSm3, portableHmac, sm3 } from './sm3.ts'
import { PortableSm3 } from './sm3-portable.ts'

const ORACLES = '../shared/fixtures/oracles/sm_crypto'
const skip = existsSync(ORACLES) ? false : `${ORACLES} is not here`

const portable = (data: Uint8Array | string): string => {
  const hasher = new PortableSm3()
  hasher.update(bytesOf(data))
  return toHex(hasher.digest())
}

test('SM3 gives the two digests printed in GB/T 32905-2016 annex A, natively and in a browser', () => {
  const published = {
    abc: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    ['abcd'.repeat(16)]: 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  }
  for (const [text, digest] of Object.entries(published)) {
    assert.equal(sm3(text), digest)
    assert.equal(portable(text), digest)
  }
})

test('both SM3 agree at every length around the block borders', () => {
  for (let length = 0; length < 260; length++) {
    const data = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255)
    assert.equal(portable(data), sm3(data), `length ${length}`)
  }
})

test('a file hashed in parts gives the digest of the whole', () => {
  const hasher = createSm3()
  for (const part of ['舆', '图'.repeat(40), utf8('ok')]) hasher.update(part)
  assert.equal(hasher.digest(), sm3(`舆${'图'.repeat(40)}ok`))
})

test('HMAC-SM3 gives the values of GM/T 0042-2015 annex D.3', () => {
  const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)
  const key = fromHex('0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20')
  const published = 'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a'
  assert.equal(hmacSm3(key, text), published)
  assert.equal(portableHmac(key, utf8(text)), published)
  const longKey = new Uint8Array(100).fill(7)
  assert.equal(portableHmac(longKey, utf8(text)), hmacSm3(longKey, text))
})

/** Blocks of `Name = value` lines, the form OpenSSL keeps its vectors in. */
function blocksOf(path: string): Record<string, string>[] {
  return readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => Object.fromEntries([...block.matchAll(/^(\w+)\s*=\s*(.*)$/gm)].map((line) => [line[1], line[2]])))
}

const inputOf = (text: string): Uint8Array => (text.startsWith('"') ? utf8(text.slice(1, -1)) : fromHex(text))

test('SM3 and HMAC-SM3 agree with the vectors OpenSSL tests itself with', { skip }, () => {
  const digests = blocksOf(`${ORACLES}/evpmd_sm3.txt`).filter((block) => block.Digest === 'SM3' && block.Input)
  assert.ok(digests.length > 3)
  for (const { Input, Output } of digests) {
    assert.equal(sm3(inputOf(Input!)), Output!.toLowerCase())
    assert.equal(portable(inputOf(Input!)), Output!.toLowerCase())
  }
  const macs = blocksOf(`${ORACLES}/evpmac_sm3.txt`).filter((block) => block.MAC === 'HMAC')
  assert.equal(macs.length, 4)
  for (const { Key, Input, Output } of macs) assert.equal(hmacSm3(inputOf(Key!), inputOf(Input!)), Output)
})
