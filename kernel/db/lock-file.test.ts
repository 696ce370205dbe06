import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { FolderHeld, holdFolder } from './lock-file.ts'

let folder = ''
let child: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yutu-lock-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  child = undefined
  rmSync(folder, { recursive: true })
})

/** Another process that holds the folder until it is killed. */
async function anotherHolder(): Promise<ChildProcess> {
  const module = new URL('./lock-file.ts', import.meta.url).href
  const code = `const { holdFolder } = await import('${module}'); holdFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1e6)`
  child = spawn(process.execPath, ['--input-type=module', '-e', code, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout!, 'data')
  return child
}

test('a second process is refused, in both languages, and told who holds the folder', async () => {
  const { pid } = await anotherHolder()
  assert.throws(
    () => holdFolder(folder),
    (error) =>
      error instanceof FolderHeld &&
      error.message.includes(`正由进程 ${pid} 使用`) &&
      error.message.includes(`held by process ${pid}`) &&
      error.message.includes('DATABASE_URL'),
  )
})

test('the lock of a killed process is taken over', async () => {
  const other = await anotherHolder()
  other.kill('SIGKILL')
  await once(other, 'exit')
  assert.ok(existsSync(join(folder, 'yutu.lock')), 'kill -9 leaves the lock behind')
  holdFolder(folder)()
  assert.ok(!existsSync(join(folder, 'yutu.lock')))
})

test('the same process cannot hold a folder twice, and can hold it again after letting go', () => {
  const letGo = holdFolder(folder)
  assert.throws(() => holdFolder(folder), FolderHeld)
  letGo()
  holdFolder(folder)()
})

test('a number that came round again is not taken for the old holder', { skip: !existsSync('/proc/self/stat') }, () => {
  writeFileSync(join(folder, 'yutu.lock'), `${process.ppid} 1`)
  holdFolder(folder)()
})

test('a lock another process is still writing is respected', () => {
  writeFileSync(join(folder, 'yutu.lock'), '')
  assert.throws(() => holdFolder(folder), FolderHeld)
})

test('letting go leaves a lock that has become somebody else’s', () => {
  const letGo = holdFolder(folder)
  writeFileSync(join(folder, 'yutu.lock'), '1 1')
  letGo()
  assert.ok(existsSync(join(folder, 'yutu.lock')))
})
