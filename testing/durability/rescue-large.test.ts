import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Told } from './rescue-large.child.ts'

const PHOTOS = 80

// Function points: SH132 SH134
test('A rescue archive larger than its reader’s memory is taken in photo by photo', () => {
  const child = join(import.meta.dirname, 'rescue-large.child.ts')
  const told = execFileSync(process.execPath, [child, String(PHOTOS)], { encoding: 'utf8' })
  const { photos, archive, peak } = JSON.parse(told) as Told
  assert.equal(photos, PHOTOS)
  assert.ok(archive > 400 * 2 ** 20, `${archive} bytes: more than the upload limit of everybody else`)
  assert.ok(peak < 280 * 2 ** 20, `${Math.round(peak / 2 ** 20)} MB at most`)
})
