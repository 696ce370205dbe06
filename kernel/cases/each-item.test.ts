import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import { claim } from './claim.ts'
import { completeTask, returnTask } from './complete-task.ts'
import { type County, county, noon, surveyProcess } from './county.testing.ts'
import { waitingTasks } from './lists/supervision-list.ts'
import { worklist } from './lists/worklist.ts'
import { openCase } from './open-case.ts'
import { publishProcess } from './publish-process.ts'
import { viewTasks } from './view-case.ts'

/** screen → for each parcel: survey → review → end */
async function surveyed(here: County) {
  const [screen, survey, review, end] = surveyProcess.steps
  const steps = [
    screen!,
    {
      kind: 'split' as const,
      id: 'parcels',
      title: { zh: '逐宗', en: 'Each' },
      each: 'parcels',
      transitions: [{ name: 'one', to: 'survey' }],
    },
    { ...survey!, transitions: [{ name: 'done', to: 'all' }] },
    {
      kind: 'join' as const,
      id: 'all',
      title: { zh: '汇合', en: 'All' },
      split: 'parcels',
      transitions: [{ name: 'on', to: 'review' }],
    },
    review!,
    end!,
  ].map((step) =>
    step.id === 'screen' && step.kind === 'userTask'
      ? { ...step, transitions: [{ name: 'field', to: 'parcels' }] }
      : step,
  )
  await publishProcess(here.trx, { ...surveyProcess, key: 'test.parcels', steps } as typeof surveyProcess, null, noon)
  const parcels = [
    { area: 12.5, parcelNumber: 'GB00012' },
    { area: 3, parcelNumber: 'GB00013' },
  ]
  const request = { title: '宗地变更', areaCode: '610799102', data: { parcels } }
  const { id, tasks } = await openCase(here.as(here.fang), 'test.parcels', request)
  await completeTask(here.as(here.fang), tasks[0]!.id, { outcome: 'field', data: { conclusion: '待查' } })
  return id
}

test('Tasks done once for each of a list say which of it, on lists and on the case, also when they come back', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const id = await surveyed(here)
    const items = async () => (await worklist(here.as(here.qiang), { box: 'todo' })).items.map(({ item }) => item)
    assert.deepEqual((await items()).toSorted(), ['GB00012', 'GB00013'])
    const waiting = await waitingTasks(here.as(here.li), 'casework.supervision.tasks', {})
    assert.deepEqual(waiting.items.map(({ item }) => item).toSorted(), ['GB00012', 'GB00013'])
    const shown = await viewTasks(here.as(here.qiang), id)
    assert.deepEqual(shown.map(({ step, item }) => [step, item]).toSorted(), [
      ['screen', null],
      ['survey', 'GB00012'],
      ['survey', 'GB00013'],
    ])
    const one = shown.find(({ item }) => item === 'GB00013')!
    await claim(here.as(here.qiang), one.id)
    await returnTask(here.as(here.qiang), one.id, { to: 'previous', scope: 'branch', reason: '缺界址点' })
    const again = (await worklist(here.as(here.fang), { box: 'todo' })).items.find(({ caseId }) => caseId === id)!
    await completeTask(here.as(here.fang), again.id, { outcome: 'field', data: { conclusion: '已补' } })
    assert.deepEqual((await items()).toSorted(), ['GB00012', 'GB00013'])
  }))
