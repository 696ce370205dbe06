import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFormFile } from './read-form-file.ts'

const title = { zh: '项', en: 'Item' }
const read = (form: unknown) => readFormFile(JSON.stringify(form), 'bureau.copy')

test('A form that was exported comes in under the key of the form it is read into', () => {
  const kinds = [{ value: 'map', title, min: 1 }]
  const fields = [{ name: 'files', type: 'attachments', title, kinds, types: ['pdf'], maxBytes: 5_000_000 }]
  const form = { key: 'approvals.other', version: 3, title, fields, sections: [{ name: 's', title }] }
  assert.deepEqual(read(form), { definition: { ...form, key: 'bureau.copy', version: 0 } })
})

test('What is no form is refused at its place, and never half taken', () => {
  assert.deepEqual(readFormFile('not json', 'a.b'), { fault: 'JSON' })
  assert.deepEqual(read([1]), { fault: '/' })
  assert.deepEqual(read({ title }), { fault: '/fields' })
  assert.deepEqual(read({ title, fields: [{ name: 'a', type: 'text', title }, 7] }), { fault: '/fields/1' })
  assert.deepEqual(read({ title, fields: [{ name: 'a', type: 'choice', title }] }), { fault: '/fields/0' })
  assert.deepEqual(read({ title, fields: [], evil: true }), { fault: '/evil' })
})
