import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import {
  closeDatabase,
  DATABASE,
  fieldDatabase,
  type KeptPatch,
  type KeptTask,
} from '../../apps/field/store/field-database.ts'
import { draftOfForm, saveTyped } from '../../apps/field/store/forms.ts'
import { keepDraft, savePatch } from '../../apps/field/store/patches.ts'
import { keepThing, readThing } from '../../apps/field/store/things.ts'
import { forgetKeys, holdKeys } from '../../apps/field/store/vault/open-keys.ts'
import { keepAnswer } from '../../apps/field/sync/keep-answer.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'
import type { Answer } from '../../modules/fieldwork/schema.ts'

const [MA, TASK, PATCH] = ['ma', '0198a0b0-0000-7000-8000-000000000001', '0198a0b0-0000-7000-8000-000000000002']
const base = { DLBM: '0601', note: '厂房', attributes: {}, outline: 'as-drawn' }
const seen: KeptPatch = { id: PATCH, taskId: TASK, DLBM: '0601', note: '厂房', revision: 1, base, isDraft: false }
const task = { id: TASK, package: { form: { revision: 1, values: { note: '' } }, patches: [] } } as unknown as KeptTask

const kept = async () => (await (await fieldDatabase()).get('patches', PATCH))!
const acts = async () => (await fieldDatabase()).getAllFromIndex('operations', 'task', TASK)
/** The server's answer to the last act. */
const heard = async (answer: Partial<Answer>) => {
  const last = (await acts()).at(-1)!
  await keepAnswer(last, { id: last.id, status: 'applied', ...answer })
}

beforeEach(async () => {
  holdKeys(MA, await keysOf(new Uint8Array(32).fill(1)))
  await (await fieldDatabase()).put('patches', seen)
})
afterEach(async () => {
  await closeDatabase()
  forgetKeys()
  indexedDB.deleteDatabase(DATABASE)
})

// Function points: SH126 SH111
test('What is typed while the server answers lies over the patch as the answer left it', async () => {
  await savePatch(MA, { task }, seen, { note: '厂房两栋' })
  const page = await kept()
  await heard({ revision: 5 })
  await keepDraft(page, { note: '厂房三栋' })
  const { note, revision, isDraft } = await kept()
  assert.deepEqual([note, revision, isDraft], ['厂房三栋', 5, true], 'three saves of others are not forgotten')
  await savePatch(MA, { task }, page)
  const { baseRevision, payload } = (await acts()).at(-1)!.operation
  assert.deepEqual([baseRevision, payload], [5, { patchId: PATCH, note: '厂房三栋', base: { note: '厂房两栋' } }])
})

test('After a conflict the next save begins with what the server has, though the page was typed into before', async () => {
  await savePatch(MA, { task }, seen, { note: '手机' })
  const page = await kept()
  const current = { DLBM: '0601', note: '平板', attributes: {}, geometry: [] }
  await heard({ status: 'conflict', revision: 2, current: current as never })
  await keepDraft(page, { note: '手机，核实' })
  await savePatch(MA, { task }, page)
  const { baseRevision, payload } = (await acts()).at(-1)!.operation
  assert.equal(baseRevision, 2)
  assert.deepEqual((payload.base as { note: string }).note, '平板')
})

test('Saved twice by two taps a patch is one act; what was typed and taken back again is none', async () => {
  await keepDraft(seen, { note: '厂房两栋' })
  await Promise.all([savePatch(MA, { task }, seen), savePatch(MA, { task }, seen)])
  assert.equal((await acts()).length, 1)
  await keepDraft(seen, { note: '厂房三栋' })
  await keepDraft(seen, { note: '厂房两栋' })
  await savePatch(MA, { task }, seen)
  assert.deepEqual([(await acts()).length, (await kept()).isDraft], [1, false])
})

// Function points: SH128
test('A letter typed into the form while it is saved is sent with it or stays a draft', async () => {
  const typed = (note: string) => keepThing(MA, draftOfForm(TASK), { note })
  await typed('两层')
  await Promise.all([saveTyped(MA, { task }), typed('两层砖混'), saveTyped(MA, { task })])
  const sent = (await acts()).map(({ operation }) => (operation.payload.values as { note: string }).note)
  const draft = await readThing<{ note: string }>(MA, draftOfForm(TASK))
  assert.ok(sent.at(-1) === '两层砖混' || draft?.note === '两层砖混', JSON.stringify({ sent, draft }))
  await saveTyped(MA, { task })
  const [first, ...more] = await acts()
  assert.deepEqual(first!.operation.payload.base, { note: '' })
  for (const { operation } of more) assert.deepEqual(operation.payload.base, { note: '两层' })
  assert.equal(await readThing(MA, draftOfForm(TASK)), undefined)
})
