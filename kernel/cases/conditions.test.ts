import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import type { CaseProcess } from './case-process.ts'
import { county, noon } from './county.testing.ts'
import { setFacts } from './facts.ts'
import { history } from './history.ts'
import { openCase } from './open-case.ts'
import { publishProcess } from './publish-process.ts'
import { readCase } from './standing.ts'

const title = { zh: '环节', en: 'Step' }

/** Waits until the fee is paid, then ends. */
const process: CaseProcess = {
  key: 'test.paid',
  version: 1,
  title,
  business: 'landuse',
  numbers: 'P{serial}',
  start: 'paid',
  steps: [
    { kind: 'condition', id: 'paid', title, when: 'fee = 0', transitions: [{ name: 'on', to: 'done' }] },
    { kind: 'end', id: 'done', title, result: 'done' },
  ],
}

test('a case that waits for data goes on with the very change that brings them, and not before', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await publishProcess(trx, process, null, noon)
    const { id } = await openCase(here.as(here.fang), 'test.paid', { title: '缴费', areaCode: '610799102' })
    const first = (await readCase(here, id)).revision
    assert.equal(await setFacts(here.as(here.fang), id, { fee: 12 }), first + 1)
    assert.equal((await readCase(here, id)).state, 'running')
    assert.equal(await setFacts(here.as(here.fang), id, { fee: 0 }), first + 2)
    const { state, result, data } = await readCase(here, id)
    assert.deepEqual([state, result, data.fee], ['ended', 'done', 0])
    const told = (await history(here, id)).map(({ verb }) => verb)
    assert.deepEqual(told.slice(-3), ['setFacts', 'setFacts', 'end'])
  }))
