import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Database, type DatabaseOptions, inTransaction, openDatabase } from '../../../kernel/db/database.ts'
import { findMigrations, migrate } from '../../../kernel/db/migrate.ts'
import { act, testFiles } from '../../../testing/act.ts'
import { cacheFolder, emptySnapshot, root } from '../../../testing/harness.ts'
import { generateClues } from '../../../tools/demo/clues.ts'
import { uploadBatch } from '../actions/upload-batch.ts'
import { demoCounty, loadCounty, officer, surveyedBefore } from '../county.testing.ts'
import { stageNames } from './stages/stage.ts'

const county = demoCounty('S')
const quarter = generateClues(county)

test('killed with -9 in the middle of every stage, the run goes on: nothing lost, nothing twice', async () => {
  const { options, clean } = await place()
  try {
    const { person, batch } = await prepare(options)
    for (const stage of stageNames)
      assert.equal(await runChild(options, person, batch, `landuse.stage.${stage}`), 'SIGKILL', stage)
    assert.equal(await runChild(options, person, batch), null)
    await withDatabase(options, (database) => assertWhole(database, batch))
  } finally {
    await clean()
  }
})

/** A folder of its own for the embedded engine, or a schema of its own on PostgreSQL. */
async function place(): Promise<{ options: DatabaseOptions; clean: () => Promise<void> }> {
  const url = process.env.DATABASE_URL
  if (!url) {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'))
    const options = { folder, cacheFolder, snapshotPath: await emptySnapshot() }
    return { options, clean: async () => rmSync(folder, { recursive: true }) }
  }
  const schema = `killed_${process.pid}`
  const run = async (script: string) => withDatabase({ url, cacheFolder }, (outer) => outer.exec(script))
  await run(`create extension if not exists postgis; create schema ${schema}`)
  const options = { url, schema, cacheFolder }
  await withDatabase(options, (inner) => migrate(inner, findMigrations(root)))
  return { options, clean: async () => void (await run(`drop schema ${schema} cascade`)) }
}

async function withDatabase<T>(options: DatabaseOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(options)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const prepare = (options: DatabaseOptions) =>
  withDatabase(options, ({ db }) =>
    inTransaction(db, async (trx) => {
      await loadCounty(trx, county)
      const person = await officer(trx, '林志远')
      await surveyedBefore(trx, quarter, person)
      const { digest } = await testFiles.put(quarter.delivery())
      const request = { fileDigest: digest, fileName: 'JCTB.zip', source: 'monitoring', period: '2026Q3' } as const
      const { batchId } = await act(trx, person, uploadBatch, request)
      return { person: person.id, batch: batchId }
    }),
  )

async function runChild(options: DatabaseOptions, ...words: string[]): Promise<NodeJS.Signals | null> {
  const script = fileURLToPath(new URL('./killed.testing.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(options), ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  assert.ok(signal !== null || code === 0, `the child ended with ${code}`)
  return signal
}

async function assertWhole(database: Database, batch: string): Promise<void> {
  const { rows } = await database.query(
    `select (select count(*) from landuse_row where batch = $1 and state = 'waiting') as waiting,
      (select count(*) from landuse_clue where batch = $1 and state = 'opened') as clues,
      (select count(*) from case_) as cases, (select max(number) from case_) as last,
      (select count(*) from landuse_shared) as links, (select count(*) from outbox where topic = 'landuse.link') as messages,
      (select count(*) from landuse_range) as ranges, (select count(*) from landuse_patch) as patches,
      (select count(*) from case_ k where not exists (select 1 from landuse_clue c where c.case_id = k.id)) as stray`,
    [batch],
  )
  const { ranges, patches, ...counts } = rows[0]!
  const accepted = quarter.truth.filter(({ expectedReport }) => expectedReport !== 'rejected').length
  const links = quarter.truth.filter(({ linkedTo }) => linkedTo !== null).length
  const last = `监〔2026〕${String(accepted).padStart(6, '0')}`
  assert.deepEqual(counts, { waiting: 0, clues: accepted, cases: accepted, last, links, messages: links, stray: 0 })
  assert.equal(patches, ranges)
}
