import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { closeDatabase, DATABASE, fieldDatabase, type KeptTask } from '../../apps/field/store/field-database.ts'
import { keepFirst, readFirst } from '../../apps/field/store/first-lines.ts'
import { fromColumns, inColumns } from '../../apps/field/store/line-columns.ts'
import type { TaskLine } from '../../apps/field/store/task-line.ts'
import { isHeld, taskLines, touchTasks } from '../../apps/field/store/task-lines.ts'
import { forgetKeys, holdKeys, Locked } from '../../apps/field/store/vault/open-keys.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'

const MA = 'ma'
const idOf = (n: number) => `0198a0b0-0000-7000-8000-${String(n).padStart(12, '0')}`
const task = (n: number, title = `图斑 ${n}`, person = MA) =>
  ({ id: idOf(n), person, title, isListed: true, package: null, range: null }) as unknown as KeptTask
const titles = async () => (await taskLines(MA)).map(({ title }) => title).sort()

/** As a pull does it: rows and what is said of them in one transaction. */
async function change(rows: KeptTask[], gone: string[] = []): Promise<void> {
  const work = (await fieldDatabase()).transaction(['tasks', 'pulls'], 'readwrite')
  for (const row of rows) await work.objectStore('tasks').put(row)
  for (const id of gone) await work.objectStore('tasks').delete(id)
  await touchTasks(work.objectStore('pulls'), MA, [...rows.map(({ id }) => id), ...gone])
  await work.done
}

beforeEach(async () => holdKeys(MA, await keysOf(new Uint8Array(32).fill(1))))
afterEach(async () => {
  await closeDatabase()
  forgetKeys()
  indexedDB.deleteDatabase(DATABASE)
})

test('A list follows every change of the store: what came, what changed, what went', async () => {
  await change([task(1), task(2)])
  assert.deepEqual(await titles(), ['图斑 1', '图斑 2'])
  assert.equal(await taskLines(MA), await taskLines(MA), 'the same list while nothing has changed')
  await change([task(2, '图斑 2 改'), task(3)], [idOf(1)])
  assert.deepEqual(await titles(), ['图斑 2 改', '图斑 3'])
})

test('What has changed is opened, and nothing else', async () => {
  await change(Array.from({ length: 600 }, (_, n) => task(n)))
  assert.equal((await titles()).length, 600)
  // Behind the back of the list: it is not looked at again, for nothing was said of it.
  await (await fieldDatabase()).put('tasks', task(7, '没有说'))
  await change([task(8, '说了')])
  assert.equal((await titles()).filter((title) => title.startsWith('图斑')).length, 599)
})

test('More changes than are named, and steps forgotten since: all is read again', async () => {
  await change([task(0)])
  await titles()
  await change(Array.from({ length: 2500 }, (_, n) => task(n, '新')))
  assert.equal((await titles()).filter((title) => title === '新').length, 2500)
})

test('Rows of another person between one’s own are not listed, and nothing is while it is locked', async () => {
  await change([task(1), task(3)])
  holdKeys('yang', await keysOf(new Uint8Array(32).fill(2)))
  await (await fieldDatabase()).put('tasks', task(2, '杨的', 'yang'))
  holdKeys(MA, await keysOf(new Uint8Array(32).fill(1)))
  assert.deepEqual(await titles(), ['图斑 1', '图斑 3'])
  forgetKeys()
  await assert.rejects(taskLines(MA), Locked)
})

test('A long list is opened from a few pieces after the page was closed, with what has changed since', async () => {
  await change(Array.from({ length: 4500 }, (_, n) => task(n)))
  assert.equal((await titles()).length, 4500)
  const database = await fieldDatabase()
  while (!(await database.get('things', [MA, 'tasks/lines']))) await new Promise(setImmediate)
  // Seen only where the pieces are read, and not the rows.
  await database.put('tasks', task(7, '没有说'))
  await change([task(8, '改了')], [idOf(9)])
  await reopened()
  const found = await titles()
  assert.deepEqual([found.length, found.includes('没有说'), found.includes('改了')], [4499, false, true])
  // A piece that was changed by one bit: all is read from the rows.
  const piece = (await database.get('things', [MA, 'tasks/lines/1']))!
  new Uint8Array(piece.bytes!)[100]! ^= 1
  await database.put('things', piece)
  await reopened()
  assert.equal((await titles()).includes('没有说'), true)
})

test('Of a long list what it showed first is known before the rest is read: the tasks as they are now, without what went', async () => {
  await change(Array.from({ length: 3000 }, (_, n) => task(n)))
  const ids = [2999, 5, 7].map(idOf)
  await keepFirst(MA, 'all', { note: 'note', ids, count: 3000 })
  await change([task(5, '改了')], [idOf(7)])
  await reopened()
  const first = await readFirst<string>(MA, 'all')
  assert.deepEqual([first?.note, first?.lines.map(({ title }) => title)], ['note', ['图斑 2999', '改了']])
  assert.equal(isHeld(MA), false)
  assert.deepEqual((await readFirst(MA, 'todo'))?.lines, [])
})

test('Lines come back from their columns as they were, what many share as one object', () => {
  const words = { zh: '外业', en: 'Field' }
  const lines = Array.from({ length: 300 }, (_, n) => ({
    ...{ ...task(n), stepTitle: { ...words }, centre: [107, n], due: n % 2 ? '2026-12-01' : null, patches: n % 3 },
  })) as unknown as TaskLine[]
  const back = fromColumns(JSON.parse(JSON.stringify(inColumns(lines))))
  assert.deepEqual(back, lines)
  assert.equal(back[0]!.stepTitle, back[299]!.stepTitle)
})

/** As after the page was loaded anew. */
async function reopened(): Promise<void> {
  forgetKeys()
  holdKeys(MA, await keysOf(new Uint8Array(32).fill(1)))
}
