import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'
import { completeTask } from './complete-task.ts'
import { county, noon, openSurvey, surveyProcess } from './county.testing.ts'
import { openCase, openCases } from './open-case.ts'
import { publishProcess } from './publish-process.ts'
import { readCase } from './standing.ts'

const square = (x: number) => [
  [
    [x, 3652000],
    [x + 100, 3652000],
    [x + 100, 3652100],
    [x, 3652100],
    [x, 3652000],
  ] as [number, number][],
]

test('A quarter’s clues are opened as cases in one act: numbered without a gap, each with its first task', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const requests = Array.from({ length: 450 }, (_, i) => ({
      title: `图斑 ${i + 1}`,
      areaCode: '610799102',
      scope: [square(36500000 + i)],
    }))
    const opened = await openCases(here.as(null), 'test.survey', requests)
    assert.deepEqual(
      opened.map(({ number }) => number),
      requests.map((_, i) => `云调〔2026〕${String(i + 1).padStart(4, '0')}号`),
    )
    assert.ok(opened.every(({ tasks }) => tasks.length === 1 && tasks[0]!.step === 'screen'))
    const { rows } = await sql<{ area: number; srid: number }>`select st_area(scope) as area, st_srid(scope) as srid
      from case_ where id = ${opened[7]!.id}`.execute(trx)
    assert.deepEqual(rows, [{ area: 10000, srid: 4524 }])
  }))

test('A running case stays on the version it began with; the next one takes the new version', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const old = await openSurvey(here)
    const steps = surveyProcess.steps.map((step) => (step.id === 'end' ? { ...step, result: 'archived' } : step))
    const changed = { ...surveyProcess, version: 2, steps } as typeof surveyProcess
    await assert.rejects(publishProcess(trx, { ...changed, version: 1 }, null, noon), /version-taken/)
    await publishProcess(trx, changed, null, noon)
    const young = await openSurvey(here)
    for (const { task } of [old, young]) {
      await completeTask(here.as(here.fang), task.id, { outcome: 'lawful', data: { conclusion: '合法' } })
    }
    assert.equal((await readCase(here, old.id)).result, 'completed')
    assert.equal((await readCase(here, young.id)).result, 'archived')
  }))

test('A process whose step nobody can reach, or whose separation names no step, is not published', () =>
  inRollback(async (trx) => {
    await county(trx)
    const lost = {
      ...surveyProcess,
      version: 9,
      steps: [...surveyProcess.steps, { kind: 'end' as const, id: 'lost', title: surveyProcess.title, result: 'x' }],
    }
    await assert.rejects(publishProcess(trx, lost, null, noon), /process\.model\.unreachable/)
    await assert.rejects(
      publishProcess(trx, { ...surveyProcess, version: 9, separation: { review: ['nowhere'] } }, null, noon),
      /separation-of-unknown-step/,
    )
    await assert.rejects(
      openCase({ trx, person: null, now: noon }, 'test.none', { title: '无', areaCode: '6107' }),
      /cases\.process\.unknown/,
    )
  }))
