import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { diskStore } from '../../kernel/files/file-store.ts'
import type { Step } from './parts.child.ts'

const child = join(import.meta.dirname, 'parts.child.ts')
const bytes = new Uint8Array(8 * 2 ** 20).fill(7)
const size = bytes.length
const digest = sm3(bytes)

// Function points: SH129 SH132
const STEPS: Step[] = ['begun', 'hashed', 'renamed', 'stored']
for (const step of STEPS)
  test(`Killed while an upload is finished («${step}»): it is there whole once, and the next byte brings its receipt`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yutu-parts-kill-'))
    try {
      const files = diskStore(folder)
      const piece = (offset: number) => ({ owner: 'lin', digest, size, offset })
      await files.parts.add(piece(0), Readable.from([bytes.subarray(0, -1)]))
      const { signal } = spawnSync(process.execPath, [child, folder, 'lin', digest, String(size), step])
      assert.equal(signal, 'SIGKILL')
      assert.equal(roomOf(folder), size, 'no second one lies beside it')
      const again = diskStore(folder)
      assert.equal(await again.parts.offsetOf('lin', digest), size)
      assert.equal(await again.has(digest), step === 'renamed' || step === 'stored')
      const answer = await again.parts.add(piece(size - 1), Readable.from([Uint8Array.of(7)]))
      assert.deepEqual(answer, { offset: size, stored: { digest, size } })
      assert.equal(sm3(await again.get(digest)), digest)
      assert.equal(roomOf(folder), size)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

const roomOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
