import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CHINA } from '../../../../kernel/calendar/china.ts'
import { marksOf, noticeOf, toggled, weeksOf } from './year-marks.ts'

test('A notice marked on the year and read back says the same', () => {
  for (const { off, work } of CHINA) assert.deepEqual(noticeOf(marksOf({ off, work })), { off, work })
})

test('A press makes a Friday a holiday and back; a Saturday is first worked on, then a holiday, then plain', () => {
  const friday = toggled(new Map(), '2026-11-27')
  assert.deepEqual(noticeOf(friday), { off: [['2026-11-27', '2026-11-27']], work: [] })
  assert.equal(toggled(friday, '2026-11-27').size, 0)
  const steps = [1, 2, 3].map((times) => {
    let marks: ReturnType<typeof toggled> = new Map()
    for (let i = 0; i < times; i++) marks = toggled(marks, '2026-11-28')
    return marks.get('2026-11-28')
  })
  assert.deepEqual(steps, ['work', 'off', undefined])
})

test('November 2026 begins on a Sunday and takes six weeks', () => {
  const weeks = weeksOf(2026, 11)
  assert.equal(weeks.length, 6)
  assert.deepEqual(weeks[0], [null, null, null, null, null, null, '2026-11-01'])
  assert.equal(weeks.flat().filter(Boolean).length, 30)
})
