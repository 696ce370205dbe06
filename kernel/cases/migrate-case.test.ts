import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import { publishForm } from '../forms/store.ts'
import type { Step } from '../process/model.ts'
import type { CaseProcess } from './case-process.ts'
import { claim } from './claim.ts'
import { completeTask, returnTask } from './complete-task.ts'
import { type County, county, noon, openSurvey, openTaskOf, surveyForm, surveyProcess } from './county.testing.ts'
import { saveDraft } from './forms/drafts.ts'
import { history } from './history.ts'
import { migrateCase, previewCases } from './migrate-case.ts'
import { resume, suspend } from './pause.ts'
import { publishProcess } from './publish-process.ts'
import { readCase, readTask } from './standing.ts'
import { viewTasks } from './view-case.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })

/** Version 2: the survey is called measure and is the reviewers' work; a second review follows. */
const second = (): CaseProcess => {
  const steps = surveyProcess.steps.map((step): Step => {
    if (step.kind !== 'userTask') return step
    if (step.id === 'screen')
      return {
        ...step,
        transitions: step.transitions.map((one) => (one.to === 'survey' ? { ...one, to: 'measure' } : one)),
      }
    if (step.id === 'survey') return { ...step, id: 'measure', role: 'reviewer' }
    return { ...step, transitions: [{ name: 'approve', to: 'confirm' }] }
  })
  const review = surveyProcess.steps.find(({ id }) => id === 'review')!
  return {
    ...surveyProcess,
    version: 2,
    separation: { review: ['measure'], confirm: ['review'] },
    steps: [...steps, { ...review, id: 'confirm' } as Step],
  }
}

const move = { process: 'test.survey', from: 1, to: 2, mapping: { survey: 'measure' } }

const story = (tell: (here: County) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await publishProcess(trx, second(), null, noon)
    await tell(here)
  })

async function atSurvey(here: County) {
  // The newest version is what new cases begin with, so this one is moved back to the first by hand.
  const { id, task } = await openSurvey(here)
  await here.trx
    .withTables<{ case_: { id: string; process_version: number } }>()
    .updateTable('case_')
    .set({ process_version: 1 })
    .where('id', '=', id)
    .execute()
  await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { conclusion: '待查' } })
  return { id, screened: task, task: await openTaskOf(here, id) }
}

test(
  'The preview says which cases cannot be moved without naming the step that takes the survey’s place',
  story(async (here) => {
    const { id } = await atSurvey(here)
    const [blind] = await previewCases(here.as(here.li), { ...move, mapping: undefined })
    assert.ok(blind && 'reasons' in blind)
    assert.deepEqual(
      blind.reasons.map(({ code, params }) => [code, params?.step]),
      [['process.migration.step-missing', 'survey']],
    )
    const [named] = await previewCases(here.as(here.li), move)
    assert.deepEqual(named, { id, number: '云调〔2026〕0001号', notes: [] })
    assert.equal((await readCase(here, id)).process_version, 1)
    const kept = await migrateCase(here.as(here.li), id, { ...move, mapping: undefined })
    assert.ok('reasons' in kept)
    assert.equal((await readCase(here, id)).process_version, 1)
  }),
)

test(
  'What Qiang holds stays his with draft and last day, under its new name; the case goes on as the new version says',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    const { revision } = await claim(here.as(here.qiang), task.id)
    await saveDraft(here.as(here.qiang), task.id, { note: '到现场' }, revision)
    await publishForm(here.trx, { ...surveyForm, version: 2 }, null, noon)
    const moved = await migrateCase(here.as(here.li), id, move)
    assert.ok('notes' in moved)
    assert.deepEqual(
      moved.notes.map(({ code }) => code),
      ['cases.migrate.form-renewed'],
    )
    const held = await readTask(here, task.id)
    assert.deepEqual(
      [held.step, held.role, held.assignee, held.draft, held.due],
      ['measure', 'reviewer', here.qiang.id, { note: '到现场' }, '2026-11-23'],
    )
    const row = await readCase(here, id)
    assert.deepEqual([row.process_version, row.forms], [2, { 'test.survey': 2 }])
    await completeTask(here.as(here.qiang), task.id, { data: { DLBM: '0101' } })
    const review = await openTaskOf(here, id)
    assert.equal(review.step, 'review')
    await returnTask(here.as(here.li), review.id, { to: { step: 'measure' }, reason: '照片不清' })
    assert.equal((await openTaskOf(here, id)).assignee, here.qiang.id)
    const last = (await history(here, id)).find(({ verb }) => verb === 'migrate')
    assert.deepEqual([last?.by?.name, last?.detail.from, last?.detail.to], ['孙丽', 1, 2])
    await assert.rejects(migrateCase(here.as(here.li), id, move), refusal('cases.migrate.other-version'))
  }),
)

test(
  'Who did the survey under its old name is kept from the review; the page still shows what was done where there is no step any more',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    await completeTask(here.as(here.min), task.id, { data: { DLBM: '0101' } })
    await migrateCase(here.as(here.li), id, move)
    const review = await openTaskOf(here, id)
    await assert.rejects(completeTask(here.as(here.min), review.id, {}), refusal('cases.separation-of-duties'))
    const third = { ...second(), version: 3 }
    third.steps = third.steps.filter((step) => step.id !== 'screen')
    await publishProcess(here.trx, { ...third, start: 'measure' }, null, noon)
    await migrateCase(here.as(here.li), id, { process: 'test.survey', from: 2, to: 3 })
    const tasks = await viewTasks(here.as(here.li), id)
    assert.deepEqual(tasks.map(({ step, verbs }) => [step, verbs.includes('complete')]).toSorted(), [
      ['measure', false],
      ['review', true],
      ['screen', false],
    ])
  }),
)

test(
  'A suspended case is moved too and goes on when it is resumed; a closed one is not',
  story(async (here) => {
    const { id } = await atSurvey(here)
    await suspend(here.as(here.li), id, { kind: 'suspension', reason: '等待' })
    await migrateCase(here.as(here.li), id, move)
    await resume(here.as(here.li), id)
    assert.equal((await openTaskOf(here, id)).step, 'measure')
    assert.deepEqual(await previewCases(here.as(here.li), move), [])
  }),
)
