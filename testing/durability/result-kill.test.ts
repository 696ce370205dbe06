import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { type DatabaseOptions, inTransaction, openDatabase, type Trx } from '../../kernel/db/database.ts'
import { checkCoverage } from '../../kernel/geometry/coverage/check-coverage.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { draftResultSet } from '../../modules/landuse/result/actions/draft-result.ts'
import { approvedCase } from '../../modules/landuse/result/approved-case.testing.ts'
import { type Station, station } from '../../modules/landuse/survey/station.testing.ts'
import { act } from '../act.ts'
import { cacheFolder, emptySnapshot, openCleanPostgres } from '../harness.ts'

/** Milliseconds after the server is ready at which it is killed: before, inside and after the transaction. */
const MOMENTS = [5, 60, 140, 300]

type Ground = { options: DatabaseOptions; end(): Promise<void> }

async function ground(): Promise<Ground> {
  const url = process.env.DATABASE_URL
  if (url) {
    const schema = `kill_${process.pid}`
    const database = await openCleanPostgres(url, schema)
    return { options: { url, schema, cacheFolder }, end: () => database.close() }
  }
  const folder = mkdtempSync(join(tmpdir(), 'yutu-kill-'))
  const end = async () => rmSync(folder, { recursive: true, force: true })
  return { options: { folder, cacheFolder, snapshotPath: await emptySnapshot() }, end }
}

async function inside<T>({ options }: Ground, work: (trx: Trx) => Promise<T>): Promise<T> {
  const database = await openDatabase(options)
  try {
    return await inTransaction(database.db, work)
  } finally {
    await database.close()
  }
}

/** Starts a server that applies the set, and kills it without a word. Answers whether it could still say it was done. */
async function killWhileApplying(
  { options }: Ground,
  asked: { personId: string; changeSetId: string },
  moment: number,
): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(import.meta.resolve('./apply-result.child.ts')), JSON.stringify({ options, ...asked })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for await (const chunk of child.stdout) {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), moment)
    said += chunk
  }
  await ended
  assert.match(said, /^ready/)
  return said.includes('done')
}

type Standing = { set: string; atResult: number; tasksDone: number; told: number; houses: number }

/** Everything an apply writes, read after the kill; the base map is whole whatever happened. */
async function standing(trx: Trx, changeSetId: string, before: number): Promise<Standing> {
  const features = await readFeatures(trx, 'DLTB')
  const cents = features.reduce((sum, { attributes }) => sum + Math.round(Number(attributes.TBMJ) * 100), 0)
  assert.equal(cents, before)
  assert.deepEqual(
    checkCoverage(features).filter(({ rule }) => ['overlap', 'gap', 'duplicate', 'invalid'].includes(rule)),
    [],
  )
  const { rows } = await sql<Standing>`select s.state as set,
      (select count(*) from task t join landuse_result_case l on l.case_id = t.case_id where l.change_set = s.id and t.step = 'result' and t.state in ('open', 'claimed')) as "atResult",
      (select count(*) from task t join landuse_result_case l on l.case_id = t.case_id where l.change_set = s.id and t.step = 'result' and t.state = 'done') as "tasksDone",
      (select count(*) from outbox where topic = 'layers.applied' and key = s.id::text) as told,
      (select count(*) from layer_dltb where made_by = s.id and dlbm = '0702') as houses
    from change_set s where s.id = ${changeSetId}`.execute(trx)
  return rows[0]!
}

const untouched: Standing = { set: 'checked', atResult: 2, tasksDone: 0, told: 0, houses: 0 }
const applied: Standing = { set: 'applied', atResult: 0, tasksDone: 2, told: 1, houses: 2 }

async function drafted(here: Station) {
  const cases = [await approvedCase(here, [20, 20, 70, 60]), await approvedCase(here, [120, 20, 170, 60])]
  const { changeSetId } = await act(here.trx, here.he, draftResultSet, { caseIds: cases.map(({ caseId }) => caseId) })
  const features = await readFeatures(here.trx, 'DLTB')
  const before = features.reduce((sum, { attributes }) => sum + Math.round(Number(attributes.TBMJ) * 100), 0)
  return { changeSetId, personId: here.he.id, before }
}

test('killed with -9 at any moment of applying a result, the map and the cases are as before or as after, never between', async () => {
  const place = await ground()
  try {
    const { before, ...asked } = await inside(place, async (trx) => drafted(await station(trx)))
    const seen: string[] = []
    for (const moment of MOMENTS) {
      const done = await killWhileApplying(place, asked, moment + Math.random() * 20)
      const found = await inside(place, (trx) => standing(trx, asked.changeSetId, before))
      assert.deepEqual(found, found.set === 'applied' ? applied : untouched)
      if (done) assert.equal(found.set, 'applied', 'what was said to be done is done')
      seen.push(found.set)
      if (found.set === 'applied') break
    }
    if (seen.at(-1) !== 'applied') await killWhileApplying(place, asked, 60_000)
    assert.deepEqual(await inside(place, (trx) => standing(trx, asked.changeSetId, before)), applied)
  } finally {
    await place.end()
  }
})
