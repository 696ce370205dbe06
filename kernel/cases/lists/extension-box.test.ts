import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import type { Person } from '../../identity/can.ts'
import { addPerson, grantRole, loadPerson } from '../../identity/people.ts'
import { claim } from '../claim.ts'
import { closeIrregularly, proposeIrregularClosure } from '../close-irregularly.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, openTaskOf, surveyProcess } from '../county.testing.ts'
import { openCase } from '../open-case.ts'
import { resume, suspend } from '../pause.ts'
import { publishProcess } from '../publish-process.ts'
import { readCase } from '../standing.ts'
import { askExtension, decideExtension } from '../verbs/extend.ts'
import { countBox } from './count-boxes.ts'
import { worklist } from './worklist.ts'

const on = (day: string) => new Date(`${day}T10:00:00+08:00`)
const extensible = { ...surveyProcess, key: 'test.extensible', extension: { days: 10, times: 1, role: 'reviewer' } }

/** Held by Qiang at the survey since Monday, 2 November 2026, and due on the 30th; he asks for days. */
async function asked(here: County, days: number, areaCode = '610799102') {
  const opening = here.as(here.fang, on('2026-11-02'))
  const { id, tasks } = await openCase(opening, 'test.extensible', { title: '临时用地', areaCode })
  await completeTask(opening, tasks[0]!.id, { outcome: 'field', data: { conclusion: '待查' } })
  const { id: task } = await openTaskOf(here, id)
  await claim(here.as(here.qiang, on('2026-11-02')), task)
  return { id, request: await askExtension(here.as(here.qiang, on('2026-11-09')), task, { days, reason: '阴雨' }) }
}

/** What lies there, and that it is counted so. */
async function boxOf(here: County, person: Person) {
  const work = here.as(person, on('2026-11-10'))
  const { items } = await worklist(work, { box: 'extensions' })
  assert.equal((await countBox(work, 'extensions')).total, items.length)
  return items
}

/** A leader of one town. */
async function townLeader({ trx, li }: County) {
  const id = await addPerson(trx, { login: 'town', name: '镇领导', organisation: li.organisation.id })
  await grantRole(trx, { person: id, role: 'reviewer', area: '610799101' })
  return (await loadPerson(trx, id))!
}

const story = (tell: (here: County) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await publishProcess(trx, extensible, null, on('2026-11-02'))
    await tell(here)
  })

test(
  'The leader’s box says who asks for how many days, why, since when, and how far the last day would move; not to who asked, nor elsewhere',
  story(async (here) => {
    const { id, request } = await asked(here, 10)
    const [item] = await boxOf(here, here.li)
    const { by, days, text, dueThen } = item!.note!
    assert.deepEqual([item!.id, item!.caseId, by.name, days, text], [request, id, '李强', 10, '阴雨'])
    assert.deepEqual([item!.due, dueThen, item!.openedAt], ['2026-11-30', '2026-12-14', on('2026-11-09')])
    assert.deepEqual(await boxOf(here, here.qiang), [], 'nobody decides on their own')
    const town = await townLeader(here)
    assert.deepEqual(await boxOf(here, town), [], 'the case lies in another town')
    await asked(here, 5, '610799101')
    assert.equal((await boxOf(here, town)).length, 1)
    const page = await worklist(here.as(here.li), { box: 'extensions', limit: 1 })
    const second = await worklist(here.as(here.li), { box: 'extensions', limit: 1, after: page.next! })
    assert.deepEqual([page.items.length, second.items.length, second.next], [1, 1, null])
    assert.notEqual(page.items[0]!.id, second.items[0]!.id)
    await decideExtension(here.as(here.li, on('2026-11-10')), request, { granted: true })
    assert.equal((await readCase(here, id)).due, dueThen)
    assert.equal((await boxOf(here, here.li)).length, 1)
  }),
)

test(
  'It stays while the case is suspended, with no day to move to, and is gone when the case is closed',
  story(async (here) => {
    const { id } = await asked(here, 5)
    await suspend(here.as(here.li, on('2026-11-10')), id, { kind: 'suspension', reason: '等待批文' })
    assert.deepEqual(
      (await boxOf(here, here.li)).map(({ due, lamp, note }) => [due, lamp, note!.dueThen]),
      [['2026-11-30', 'grey', null]],
    )
    await resume(here.as(here.li, on('2026-11-12')), id)
    assert.equal((await boxOf(here, here.li)).length, 1)
    await proposeIrregularClosure(here.as(here.fang), id, '申请人撤回')
    await closeIrregularly(here.as(here.li), id)
    assert.deepEqual(await boxOf(here, here.li), [])
  }),
)
