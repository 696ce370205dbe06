import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CHINA } from '../../kernel/calendar/china.ts'
import { act, ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { publishCalendar } from './actions/publish-calendar.ts'
import { listAudit } from './queries/list-audit.ts'
import { listCalendar } from './queries/list-calendar.ts'

test('Gu enters the holidays of the year to come; Lin may not; a wrong one says what is wrong', () =>
  inRollback(async (trx) => {
    const gu = await settle(trx, { name: '顾清', verbs: ['administration.*'] })
    const lin = await settle(trx, { name: '林志远', verbs: ['landuse.*'] })
    const next = (CHINA.at(-1)?.year ?? 2026) + 1
    const off = (first: string, last: string): [string, string] => [`${next}-${first}`, `${next}-${last}`]
    const year = {
      year: next,
      source: '国务院办公厅关于部分节假日安排的通知',
      off: [off('01-01', '01-03'), off('02-05', '02-11'), off('05-01', '05-05'), off('10-01', '10-07')],
      work: [],
    }
    await assert.rejects(act(trx, lin, publishCalendar, year), /kernel\.no-right/)
    const short = { ...year, off: year.off.slice(0, -1) }
    await assert.rejects(act(trx, gu, publishCalendar, short), /calendar\.year\.holiday-missing.*10-01/)
    assert.deepEqual(await act(trx, gu, publishCalendar, year), { cases: 0, tasks: 0, timers: 0 })
    const { rows } = await ask(trx, gu, listCalendar, {})
    const last = rows.at(-1)!
    assert.deepEqual([last.year, last.publishedBy?.name, rows[0]?.publishedBy], [next, '顾清', null])
    assert.ok(last.workingDays > 240)
    const [row] = (await ask(trx, gu, listAudit, { text: 'calendar.publish' })).rows
    assert.equal(row?.subject, `calendar:${next}`)
  }))
