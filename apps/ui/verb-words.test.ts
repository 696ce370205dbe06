import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOfVerb, wordsOfVerbs } from './verb-words.ts'

const known: Record<string, string> = {
  'jobs.view': '后台任务',
  'jobs.list': '后台任务',
  'casework.task.claim': '签收',
  'verbs.casework.opinion': '意见',
}
const texts = {
  has: (key: string) => key in known,
  t: (key: string, params: Record<string, unknown> = {}) =>
    key === 'verbs.all' ? `${params.what}（全部）` : known[key]!,
}

test('an administrator reads what a role may do in words, patterns too', () => {
  assert.equal(wordsOfVerb('casework.opinion.*', texts), '意见（全部）')
  assert.equal(wordsOfVerb('casework.task.claim*', texts), '签收（全部）')
  assert.equal(wordsOfVerb('some.unknown.verb', texts), 'some.unknown.verb')
})

test('what is one thing to the reader is named once', () => {
  assert.deepEqual(wordsOfVerbs(['jobs.view', 'jobs.list'], texts), [
    { words: '后台任务', verbs: ['jobs.view', 'jobs.list'] },
  ])
})
