import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { sql } from 'kysely'
import { county } from '../../kernel/cases/county.testing.ts'
import { openCases } from '../../kernel/cases/open-case.ts'
import { type Database, inTransaction } from '../../kernel/db/database.ts'
import { findMigrations, migrate } from '../../kernel/db/migrate.ts'
import { root } from '../harness.ts'
import { begin, heard, newPlace } from '../place.ts'
import type { Told } from './clocks.child.ts'

const CASES = 23

test('A server is killed again and again while it tells of overdue cases: each is told of once', async () => {
  const place = await newPlace()
  try {
    const inside = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
      const database = await place.open()
      return work(database).finally(() => database.close())
    }
    await inside(async (database) => {
      await migrate(database, findMigrations(root))
      await inTransaction(database.db, async (trx) => {
        const here = await county(trx)
        const requests = Array.from({ length: CASES }, (_, i) => ({ title: `图斑 ${i}`, areaCode: '610799102' }))
        await openCases(here.as(here.fang), 'test.survey', requests)
      })
    })
    const look = (told: Omit<Told, 'options' | 'now'>) => {
      const all: Told = { ...told, now: '2026-12-20T00:00:00Z', options: place.options }
      return begin(place, 'testing/durability/clocks.child.ts', [JSON.stringify(all)])
    }
    for (const hangsAfter of [0, 1, 2]) {
      const server = look({ hangsAfter })
      await heard(server, 'now')
      server.kill('SIGKILL')
      await once(server, 'exit')
    }
    const last = look({})
    await heard(last, 'done')
    await once(last, 'exit')
    const told = await inside(async ({ db }) => {
      const { rows } = await sql<{ cases: number; notices: number; events: number }>`select
        (select count(distinct link->>'caseId')::int from message) as cases, (select count(*)::int from message) as notices,
        (select count(*)::int from case_event where verb = 'lamp') as events`.execute(db)
      return rows[0]
    })
    assert.deepEqual(told, { cases: CASES, notices: CASES, events: CASES })
  } finally {
    await place.end()
  }
})
