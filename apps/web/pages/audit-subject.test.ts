import assert from 'node:assert/strict'
import { test } from 'node:test'
import { subjectWords } from './audit-subject.ts'

const words: Record<string, string> = { 'subject.person': '人员', 'subject.case': '案件', 'subject.task': '任务' }
const texts = { t: (key: string) => words[key]!, has: (key: string) => key in words }

test('an auditor reads whom and what an act was about', () => {
  assert.equal(subjectWords({ subject: 'person:1', case: null }, [{ id: '1', name: '蔡静' }], texts), '人员 蔡静')
  assert.equal(subjectWords({ subject: 'case:01a2', case: null }, [], texts), '案件 01a2')
  assert.equal(
    subjectWords({ subject: 'task:01a3', case: '宅变〔2026〕00005号' }, [], texts),
    '任务 宅变〔2026〕00005号',
  )
  assert.equal(subjectWords({ subject: 'unheard-of:7', case: null }, [], texts), 'unheard-of:7')
})
