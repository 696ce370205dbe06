import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import type { FormDefinition } from './definition.ts'
import { publishForm, readForm } from './store.ts'

const now = new Date('2026-11-22T08:00:00Z')
const title = { zh: '表', en: 'Form' }
const form = (version: number, computed = 'a + 1'): FormDefinition => ({
  key: 'test.form',
  version,
  title,
  fields: [
    { name: 'a', type: 'number', title },
    { name: 'b', type: 'number', title, computed },
  ],
})

test('An administrator publishes two versions; a running case still reads the first', () =>
  inRollback(async (trx) => {
    await publishForm(trx, form(1), null, now)
    await publishForm(trx, form(1), null, now)
    await publishForm(trx, form(2, 'a + 2'), null, now)
    assert.deepEqual(await readForm(trx, 'test.form', 1), form(1))
    assert.equal((await readForm(trx, 'test.form')).version, 2)
  }))

test('A published version cannot be given another content, and an unsound form is not published', () =>
  inRollback(async (trx) => {
    await publishForm(trx, form(1), null, now)
    await assert.rejects(publishForm(trx, form(1, 'a + 9'), null, now), /version-taken/)
    await assert.rejects(publishForm(trx, form(3, 'a +'), null, now), /unsound.*bad-expression/)
  }))
