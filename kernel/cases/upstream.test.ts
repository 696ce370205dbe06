import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import { approval } from './approval.testing.ts'
import { county, noon } from './county.testing.ts'
import { publishProcess } from './publish-process.ts'
import { readCase } from './standing.ts'
import { fileAgain, receiveFiling, upstreamFilings } from './upstream.ts'

const contract = (key: string, more: object = {}) => ({
  source: 'land-market',
  key,
  process: 'test.approval',
  request: { title: `合同 ${key}`, areaCode: '610799102', data: { signers: [] }, ...more },
})

test('A contract comes before its process is published: it is kept, filed again with one act, and filed once only', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const system = here.as(here.fang)
    const kept = await receiveFiling(system, contract('HT-1'))
    assert.deepEqual([kept.caseId, kept.problem?.code], [null, 'cases.process.unknown'])
    assert.equal((await fileAgain(system, kept.id)).problem?.code, 'cases.process.unknown')
    await publishProcess(trx, approval(), null, noon)
    const filed = await fileAgain(system, kept.id)
    assert.equal((await readCase(here, filed.caseId!)).title, '合同 HT-1')
    await assert.rejects(fileAgain(system, kept.id), /cases\.filing\.filed.*审〔2026〕0001号/)
    const twice = await receiveFiling(system, contract('HT-1', { title: '另一标题' }))
    assert.deepEqual([twice.caseId, twice.number], [filed.caseId, filed.number])
    const rows = await upstreamFilings(here, { areas: ['6107'] })
    assert.deepEqual(
      rows.map(({ key, attempts, number, problem }) => [key, attempts, number, problem]),
      [['HT-1', 3, filed.number, null]],
    )
  }))

test('What upstream sends again put right is filed; what failed leaves nothing behind, not even a number', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const first = await receiveFiling(here.as(here.fang), contract('HT-2', { process: 'x' }))
    assert.ok(first.problem)
    await publishProcess(trx, approval(), null, noon)
    const second = await receiveFiling(here.as(here.fang), contract('HT-2', { title: '合同 HT-2（更正）' }))
    assert.deepEqual([second.id, second.number], [first.id, '审〔2026〕0001号'])
    assert.deepEqual(await upstreamFilings(here, { state: 'failed', areas: [''] }), [])
    assert.deepEqual(await upstreamFilings(here, { areas: ['620'] }), [])
    const [row] = await upstreamFilings(here, { text: '更正', areas: [''] })
    assert.equal(row?.caseId, second.caseId)
  }))
