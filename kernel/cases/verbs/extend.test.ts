import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import type { Person } from '../../identity/can.ts'
import { claim } from '../claim.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, openTaskOf, surveyProcess } from '../county.testing.ts'
import { history } from '../history.ts'
import { lampOf } from '../limits.ts'
import { openCase } from '../open-case.ts'
import { resume, suspend } from '../pause.ts'
import { publishProcess } from '../publish-process.ts'
import { readCase, readTask } from '../standing.ts'
import { noticesFor } from '../talk/notices.testing.ts'
import { askExtension, decideExtension, extensionsOf } from './extend.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })
const on = (day: string) => new Date(`${day}T10:00:00+08:00`)

const extensible = { ...surveyProcess, key: 'test.extensible', extension: { days: 10, times: 1, role: 'reviewer' } }

/** Filed on Monday, 2 November 2026, and held by Qiang at the survey: twenty working days for all, five for him. */
async function atSurvey(here: County) {
  await publishProcess(here.trx, extensible, null, on('2026-11-02'))
  const opening = here.as(here.fang, on('2026-11-02'))
  const { id, tasks } = await openCase(opening, 'test.extensible', { title: '临时用地', areaCode: '610799102' })
  await completeTask(opening, tasks[0]!.id, { outcome: 'field', data: { conclusion: '待查' } })
  const { id: task } = await openTaskOf(here, id)
  await claim(here.as(here.qiang, on('2026-11-02')), task)
  return { id, task }
}

const told = async (here: County, person: Person) => (await noticesFor(here.as(person))).rows.map(({ kind }) => kind)

const story = (tell: (here: County, at: Awaited<ReturnType<typeof atSurvey>>) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await tell(here, await atSurvey(here))
  })

test(
  '延期: Qiang asks, Li grants; the last day, the yellow day and the lamp follow, and the history has both',
  story(async (here, { id, task }) => {
    assert.equal((await readCase(here, id)).due, '2026-11-30')
    assert.equal((await readTask(here, task)).due, '2026-11-09')
    const asked = await askExtension(here.as(here.qiang, on('2026-11-09')), task, { days: 10, reason: '需二次踏勘' })
    assert.deepEqual([await told(here, here.li), await told(here, here.qiang)], [['extensionAsked'], []])
    assert.equal((await readCase(here, id)).due, '2026-11-30', 'asking moves nothing')
    await decideExtension(here.as(here.li, on('2026-11-10')), asked, { granted: true, answer: '同意' })
    const row = await readCase(here, id)
    assert.deepEqual(
      [row.limit_days, row.due, row.warn_from, row.alarm_on],
      [30, '2026-12-14', '2026-12-01', '2026-12-01'],
    )
    assert.deepEqual([lampOf(row, '2026-11-30'), lampOf(row, '2026-12-15')], ['green', 'red'])
    assert.equal((await readTask(here, task)).due, '2026-11-23')
    assert.deepEqual(await told(here, here.qiang), ['extensionGranted'])
    const verbs = (await history(here, id)).map(({ verb }) => verb)
    assert.deepEqual(verbs.slice(-2), ['askExtension', 'grantExtension'])
    const [one] = await extensionsOf(here, id)
    assert.deepEqual([one?.by.name, one?.decidedBy?.name, one?.granted, one?.answer], ['李强', '孙丽', true, '同意'])
    await assert.rejects(
      askExtension(here.as(here.qiang), task, { days: 1, reason: '再延' }),
      refusal('cases.extension.used-up'),
      'once, as the process says',
    )
  }),
)

test(
  'Refused: the clock stays as it was, and another may be asked for',
  story(async (here, { id, task }) => {
    const asked = await askExtension(here.as(here.qiang), task, { days: 5, reason: '阴雨' })
    await assert.rejects(
      askExtension(here.as(here.qiang), task, { days: 5, reason: '阴雨' }),
      refusal('cases.extension.pending'),
    )
    await decideExtension(here.as(here.li), asked, { granted: false, answer: '可内业判读' })
    assert.equal((await readCase(here, id)).due, '2026-11-30')
    assert.deepEqual(await told(here, here.qiang), ['extensionRefused'])
    await assert.rejects(
      decideExtension(here.as(here.min), asked, { granted: true }),
      refusal('cases.extension.decided'),
    )
    await askExtension(here.as(here.qiang), task, { days: 5, reason: '阴雨' })
  }),
)

test(
  'What was paused stays out of the count when days are added',
  story(async (here, { id, task }) => {
    await suspend(here.as(here.qiang, on('2026-11-03')), id, { kind: 'hearing', reason: '听证' })
    await resume(here.as(here.qiang, on('2026-11-10')), id)
    assert.equal((await readCase(here, id)).due, '2026-12-07')
    const asked = await askExtension(here.as(here.qiang, on('2026-11-11')), task, { days: 5, reason: '阴雨' })
    await decideExtension(here.as(here.li, on('2026-11-11')), asked, { granted: true })
    assert.equal((await readCase(here, id)).due, '2026-12-14')
  }),
)

test(
  'By whoever holds a task, not by others, not by oneself, not beyond the rule, not where the process has none',
  story(async (here, { id, task }) => {
    const ask = (person: Person, days = 5) => askExtension(here.as(person), task, { days, reason: '阴雨' })
    await assert.rejects(ask(here.min), refusal('cases.task.with-other'))
    await assert.rejects(ask(here.qiang, 11), refusal('cases.extension.too-long'))
    const asked = await ask(here.qiang)
    await assert.rejects(decideExtension(here.as(here.qiang), asked, { granted: true }), refusal('cases.extension.own'))
    const { tasks } = await openCase(here.as(here.fang), 'test.survey', { title: '图斑', areaCode: '610799102' })
    await claim(here.as(here.fang), tasks[0]!.id)
    await assert.rejects(
      askExtension(here.as(here.fang), tasks[0]!.id, { days: 5, reason: '阴雨' }),
      refusal('cases.extension.not-foreseen'),
    )
    assert.equal((await extensionsOf(here, id)).length, 1)
  }),
)
