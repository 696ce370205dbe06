import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import { newestItems } from './items/store.ts'
import { publishApprovals } from './publish.ts'

test('the forms, processes and items a bureau begins with are sound, and publishing them again changes nothing', () =>
  inRollback(async (trx) => {
    const now = new Date('2026-11-27T01:00:00Z')
    await publishApprovals(trx, now)
    await publishApprovals(trx, now)
    const items = await newestItems(trx)
    assert.equal(items.length, 8)
    assert.ok(items.every(({ legalDays, promisedDays }) => legalDays === null || promisedDays <= legalDays))
  }))
