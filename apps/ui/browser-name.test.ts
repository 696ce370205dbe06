import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserName } from './browser-name.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test('an administrator tells sessions apart by browser and system', () => {
  const edge = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0`
  assert.equal(browserName(edge), 'Edge 150 · Windows')
  assert.equal(browserName(`Mozilla/5.0 (Linux; Android 15) ${webkit} Chrome/153.0.0.0 Mobile`), 'Chrome 153 · Android')
  assert.equal(browserName('curl/8.5.0'), 'curl/8.5.0')
  assert.equal(browserName(null), '—')
})
