import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from '../../../kernel/process/check.ts'
import { isFeel } from '../../../kernel/process/feel.ts'
import { inRollback } from '../../../testing/harness.ts'
import { monitoringForms } from '../forms/monitoring-forms.ts'
import { publishLanduse } from '../publish.ts'
import { monitoring } from './monitoring.ts'

test('the monitoring process is sound: every step is reached and every way ends', () => {
  const known = {
    roles: ['officer', 'investigator', 'reviewer', 'data-manager'],
    forms: ['', ...monitoringForms.map(({ key }) => key)],
    jobs: ['landuse.quality.check', 'landuse.result.share', 'landuse.case.archive'],
    isExpression: isFeel,
  }
  assert.deepEqual(checkModel(monitoring, known), [])
})

test('every writable field of a step is on its form', () => {
  for (const step of monitoring.steps) {
    if (step.kind !== 'userTask') continue
    const fields = monitoringForms.find(({ key }) => key === step.form)?.fields.map(({ name }) => name) ?? []
    for (const name of step.writable) assert.ok(fields.includes(name), `${step.id}: ${name}`)
  }
})

test('publishing twice changes nothing', () =>
  inRollback(async (trx) => {
    await publishLanduse(trx, new Date('2026-11-22T00:00:00Z'))
    await publishLanduse(trx, new Date('2026-11-23T00:00:00Z'))
  }))
