import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginDraft, compareDraft, readKept } from './draft-standing.ts'

const mine = { area: 5, _opinion: 'mine' }
const theirs = { area: 6 }
const own = { mine: true, holder: '蔡静' }
const kept = { revision: 3, draft: mine, at: '10:02' }

test('What was typed before a reload and never reached the server comes back, and is saved again', () => {
  assert.deepEqual(beginDraft({ revision: 3, draft: theirs, ...own }, kept, '10:05'), {
    draft: mine,
    notice: { kind: 'restored', at: '10:02' },
    isUnsaved: true,
  })
})

test('What had reached the server although its answer was lost is nobody’s loss', () => {
  const reordered = { _opinion: 'mine', area: 5 }
  assert.deepEqual(beginDraft({ revision: 4, draft: reordered, ...own }, kept, '10:05'), {
    draft: reordered,
    notice: null,
    isUnsaved: false,
  })
})

test('A window that was away finds another’s newer draft, and is offered its own back', () => {
  const { draft, notice } = beginDraft({ revision: 5, draft: theirs, ...own }, kept, '10:05')
  assert.deepEqual(draft, theirs)
  assert.deepEqual(notice, { kind: 'elsewhere', at: '10:05', mine })
})

test('Of two windows the one that typed later on the server is the newer; an act that typed nothing is none', () => {
  const window = { revision: 3, seen: theirs, typed: mine, mine: true }
  assert.equal(compareDraft(window, { revision: 3, draft: theirs, ...own }), 'known')
  assert.equal(compareDraft(window, { revision: 4, draft: theirs, ...own }), 'moved', 'somebody nudged')
  assert.equal(
    compareDraft(window, { revision: 4, draft: mine, ...own }),
    'moved',
    'our own save, seen before its answer',
  )
  assert.equal(compareDraft(window, { revision: 4, draft: { area: 7 }, ...own }), 'newer')
  assert.equal(compareDraft({ ...window, seen: null }, { revision: 4, draft: null, ...own }), 'moved')
})

test('Taken over by another, a draft is lost to the one and inherited by the other; neither is a second window', () => {
  const taken = { mine: false, holder: '林志远' }
  const window = { revision: 3, seen: theirs, typed: mine, mine: true }
  assert.equal(compareDraft(window, { revision: 4, draft: null, ...taken }), 'lost')
  const taker = { revision: 3, seen: null, typed: null, mine: false }
  assert.equal(compareDraft(taker, { revision: 4, draft: mine, mine: true, holder: '林志远' }), 'inherited')
  assert.equal(
    compareDraft(taker, { revision: 4, draft: null, mine: true, holder: '林志远' }),
    'moved',
    'nothing typed yet',
  )
  const begun = beginDraft({ revision: 5, draft: null, ...taken }, kept, '10:05')
  assert.deepEqual(begun, { draft: null, notice: { kind: 'lost', by: '林志远' }, isUnsaved: false })
  const pool = beginDraft({ revision: 5, draft: null, mine: false, holder: null }, kept, '10:05')
  assert.equal(pool.notice, null)
})

test('What an older program or another page left on the machine is not taken for a draft', () => {
  assert.equal(readKept('{"area":5}'), null)
  assert.equal(readKept('not json'), null)
  assert.equal(readKept(null), null)
  assert.deepEqual(readKept(JSON.stringify(kept)), kept)
})
