import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import { county, noon } from '../../kernel/cases/county.testing.ts'
import { openCase } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import type { ServiceInput } from '../../kernel/cases/store-advance.ts'
import { serviceDone, serviceFailed } from '../../kernel/cases/waits.ts'
import { runsOf } from '../../kernel/jobs/job-runs.ts'
import { act, ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { retryService } from './actions/retry-service.ts'
import { viewCase } from './queries/view-case.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code.replaceAll('.', '\\.')} `) })

/** One automatic step, and the end. */
const checking: CaseProcess = {
  key: 'test.checking',
  version: 1,
  title: { zh: '核查', en: 'Checking' },
  business: 'landuse',
  numbers: 'C{serial}',
  start: 'check',
  steps: [
    {
      kind: 'serviceTask',
      id: 'check',
      title: { zh: '自动核查', en: 'Check' },
      job: 'test.check',
      retries: 0,
      transitions: [{ name: 'done', to: 'end' }],
    },
    { kind: 'end', id: 'end', title: { zh: '办结', en: 'Closed' }, result: 'completed' },
  ],
}

test('An automatic step fails; Li reads why on the case page and retries; nobody retries what has not failed', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { li, tao } = here
    await publishProcess(trx, checking, null, noon)
    const asked: ServiceInput[] = []
    const startJob = async ({ input }: { input: unknown }) => `run-${asked.push(input as ServiceInput)}`
    const system = { ...here.as(null), startJob }
    const { id } = await openCase(system, 'test.checking', { title: '核查', areaCode: '610799102' })
    const retry = { caseId: id }
    const nothing = refusal('casework.case.retryService.nothing-failed')
    await assert.rejects(act(trx, li, retryService, retry), nothing)
    await serviceFailed(system, id, asked[0]!.token, 'no connection')
    const { incidents } = await ask(trx, li, viewCase, { caseId: id })
    assert.deepEqual(
      incidents.map(({ step, reason }) => [step, reason]),
      [['check', 'no connection']],
    )
    await assert.rejects(act(trx, tao, retryService, retry), refusal('kernel.no-right'))
    assert.deepEqual(await act(trx, li, retryService, retry), { steps: ['check'] })
    const runs = await runsOf(trx, `case:${id}`)
    assert.deepEqual(
      runs.map(({ name, state, person }) => [name, state, person]),
      [['test.check', 'queued', li.id]],
    )
    const page = await ask(trx, li, viewCase, { caseId: id })
    assert.deepEqual(page.incidents, [])
    await assert.rejects(act(trx, li, retryService, retry), nothing)
    await serviceDone(system, id, page.standing[0]!.token)
    assert.equal((await ask(trx, li, viewCase, { caseId: id })).state, 'ended')
    await assert.rejects(act(trx, li, retryService, retry), refusal('cases.already-closed'))
  }))
