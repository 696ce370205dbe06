import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginDraft, compareDraft, readKept } from './draft-standing.ts'

const mine = { area: 5, _opinion: 'mine' }
const theirs = { area: 6 }
const kept = { revision: 3, draft: mine, at: '10:02' }

test('What was typed before a reload and never reached the server comes back, and is saved again', () => {
  assert.deepEqual(beginDraft({ revision: 3, draft: theirs }, kept, '10:05'), {
    draft: mine,
    notice: { kind: 'restored', at: '10:02' },
    isUnsaved: true,
  })
})

test('What had reached the server although its answer was lost is nobody’s loss', () => {
  const reordered = { _opinion: 'mine', area: 5 }
  assert.deepEqual(beginDraft({ revision: 4, draft: reordered }, kept, '10:05'), {
    draft: reordered,
    notice: null,
    isUnsaved: false,
  })
})

test('A window that was away finds another’s newer draft, and is offered its own back', () => {
  const { draft, notice } = beginDraft({ revision: 5, draft: theirs }, kept, '10:05')
  assert.deepEqual(draft, theirs)
  assert.deepEqual(notice, { kind: 'elsewhere', at: '10:05', mine })
})

test('Of two windows the one that typed later on the server is the newer; an act that typed nothing is none', () => {
  const own = { revision: 3, seen: theirs, typed: mine }
  assert.equal(compareDraft(own, { revision: 3, draft: theirs }), 'known')
  assert.equal(compareDraft(own, { revision: 4, draft: theirs }), 'moved', 'somebody nudged')
  assert.equal(compareDraft(own, { revision: 4, draft: mine }), 'moved', 'our own save, seen before its answer')
  assert.equal(compareDraft(own, { revision: 4, draft: { area: 7 } }), 'newer')
  assert.equal(compareDraft({ ...own, seen: null }, { revision: 4, draft: null }), 'moved')
})

test('What an older program or another page left on the machine is not taken for a draft', () => {
  assert.equal(readKept('{"area":5}'), null)
  assert.equal(readKept('not json'), null)
  assert.equal(readKept(null), null)
  assert.deepEqual(readKept(JSON.stringify(kept)), kept)
})
