import assert from 'node:assert/strict'
import { test } from 'node:test'
import { subjectWords } from './audit-subject.ts'

const words: Record<string, string> = { 'subject.person': '人员', 'subject.case': '案件' }
const texts = { t: (key: string) => words[key]!, has: (key: string) => key in words }

test('an auditor reads whom and what an act was about', () => {
  assert.equal(subjectWords('person:1', [{ id: '1', name: '蔡静' }], texts), '人员 蔡静')
  assert.equal(subjectWords('case:01a2', [], texts), '案件 01a2')
  assert.equal(subjectWords('unheard-of:7', [], texts), 'unheard-of:7')
})
