import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import { importLayer } from '../layers/import-layer.ts'
import { at, EAST, morning, NORTH, patch } from '../layers/sample-patches.testing.ts'
import { Refusal } from '../problems/problem.ts'
import { judgeLayer } from './judge-layer.ts'
import { surveyRules } from './rule-sets.ts'
import { latestRun, readIssues, settleIssue } from './runs.ts'

test('a run over a layer is kept with the versions it used; an issue is waived with a reason, once', () =>
  inRollback(async (trx) => {
    const features = [
      patch(1, [0, 0, 100, 100], { QSXZ: '99' }),
      patch(2, [95, 0, 200, 100]),
      patch(3, [500, 0, 600, 100]),
    ]
    await importLayer(trx, { layer: 'DLTB', title: '底图', by: 'lin', now: morning, features })
    const run = await judgeLayer(trx, { layer: 'DLTB', subject: 'layer:DLTB', by: 'lin', now: at(1) })
    const kept = await latestRun(trx, 'layer:DLTB')
    assert.deepEqual(
      [kept?.id, kept?.rule_set, kept?.rule_set_version, kept?.feature_count],
      [run, surveyRules.name, surveyRules.version, 3],
    )
    const issues = await readIssues(trx, run)
    const overlap = issues.find((issue) => issue.rule === 'SV-TOP-01')!
    assert.equal(overlap.features.length, 2)
    assert.ok(Math.abs(overlap.measure! - 500) < 0.01)
    assert.ok(overlap.at![0] > EAST + 95 && overlap.at![0] < EAST + 100)
    const code = issues.find((issue) => issue.rule === 'SV-ATT-02')!
    assert.deepEqual([code.field, code.value, code.state], ['QSXZ', '99', 'open'])
    const waive = (reason?: string) =>
      settleIssue(trx, code.id, { state: 'waived', by: 'wang', now: at(2), reason, until: '2027-01-01' })
    await assert.rejects(
      waive(' '),
      (error: unknown) => error instanceof Refusal && error.problem.code === 'quality.issue.waive.no-reason',
    )
    await waive('历史遗留')
    await assert.rejects(waive('再来'), (error: unknown) => error instanceof Refusal && error.problem.status === 409)
    const waived = (await readIssues(trx, run)).find((issue) => issue.id === code.id)!
    assert.deepEqual(
      [waived.state, waived.settledBy, waived.reason, waived.until],
      ['waived', 'wang', '历史遗留', '2027-01-01'],
    )
  }))

test('a corner of the layer is judged with its neighbours in view', () =>
  inRollback(async (trx) => {
    const features = [patch(1, [0, 0, 100, 100]), patch(2, [95, 0, 200, 100]), patch(3, [195, 0, 300, 100])]
    await importLayer(trx, { layer: 'DLTB', title: '底图', by: 'lin', now: morning, features })
    const within = [EAST + 10, NORTH + 10, EAST + 20, NORTH + 20] as [number, number, number, number]
    const run = await judgeLayer(trx, { layer: 'DLTB', subject: 'corner', within, by: 'lin', now: at(1) })
    assert.equal((await latestRun(trx, 'corner'))?.feature_count, 1)
    assert.equal((await readIssues(trx, run)).filter((issue) => issue.rule === 'SV-TOP-01').length, 1)
  }))
