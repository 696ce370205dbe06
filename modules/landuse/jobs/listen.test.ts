import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { writeShapefileZip } from '../../../kernel/formats/write-shapefile.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { inRollback } from '../../../testing/harness.ts'
import { now, officer, runOf } from '../county.testing.ts'
import { listenJob } from './listen.ts'

const delivery = (number = 'A1') =>
  writeShapefileZip({
    name: 'q3',
    fields: [{ name: 'JCBH', type: 'text', length: 20 }],
    rows: [{ attributes: { JCBH: number }, geometry: [[[[36478000, 3650000], [36478000, 3650100], [36478100, 3650100], [36478100, 3650000], [36478000, 3650000]]]] }], // biome-ignore format: one row
    epsg: 4524,
    encoding: 'gbk',
  })

const look = (trx: Trx, person: Person, folder: string) =>
  listenJob.run(runOf({ input: { folder }, person, transaction: (work) => work(trx) }))

async function withFolder(
  work: (trx: Trx, folder: string, drop: (name: string, bytes: Uint8Array, age?: number) => void) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'drop-'))
  const drop = (name: string, bytes: Uint8Array, age = 60) => {
    mkdirSync(join(folder, 'monitoring'), { recursive: true })
    const path = join(folder, 'monitoring', name)
    writeFileSync(path, bytes)
    utimesSync(path, now, new Date(now.getTime() - age * 1000))
  }
  try {
    await inRollback((trx) => work(trx, folder, drop))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const report = (folder: string, path: string) =>
  JSON.parse(readFileSync(join(folder, 'monitoring', `${path}.report.json`), 'utf8'))

test('a partner drops a file: it is taken in, processing is asked for, and the file lies in done with its report', () =>
  withFolder(async (trx, folder, drop) => {
    drop('JCTB_2026Q3.zip', delivery())
    await look(trx, await officer(trx, '接收员'), folder)
    const { rows } = await sql<{
      arrived_by: string
      period: string
      state: string
      source: string
    }>`select arrived_by, period, state, source
      from landuse_batch`.execute(trx)
    assert.deepEqual(rows, [{ arrived_by: 'folder', period: '2026Q3', state: 'processing', source: 'monitoring' }])
    assert.ok(existsSync(join(folder, 'monitoring', 'done', 'JCTB_2026Q3.zip')))
    assert.equal(report(folder, 'done/JCTB_2026Q3.zip').rows, 1)
    const jobs = await sql`select 1 from job_run where name = 'landuse.batch.process'`.execute(trx)
    assert.equal(jobs.rows.length, 1)
  }))

test('taking in from the folder is in the audit like an upload at the page, and needs the same right', () =>
  withFolder(async (trx, folder, drop) => {
    const person = await officer(trx, '接收员')
    drop('a.zip', delivery())
    const reader = { ...person, rights: person.rights.map((right) => ({ ...right, verbs: ['landuse.batch.view'] })) }
    await assert.rejects(look(trx, reader, folder), { problem: { code: 'kernel.no-right', status: 403, params: { verb: 'landuse.batch.upload', area: '' } } }) // biome-ignore format: one row
    assert.ok(existsSync(join(folder, 'monitoring', 'a.zip')), 'the file waits')
    const taker = { ...person, rights: person.rights.map((right) => ({ ...right, verbs: ['landuse.batch.upload'] })) }
    await look(trx, taker, folder)
    drop('b.zip', delivery('B1'))
    await look(trx, person, folder)
    const { rows } = await sql<{
      verb: string
      person: string
      subject: string
    }>`select verb, person, subject from audit order by sequence`.execute(trx)
    assert.deepEqual(rows.map(({ verb }) => verb), ['landuse.batch.upload', 'landuse.batch.upload', 'landuse.batch.process']) // biome-ignore format: one row
    assert.ok(rows.every((row) => row.person === person.id && row.subject.startsWith('batch:')))
    const batches = await sql<{ state: string }>`select state from landuse_batch order by made_at, number`.execute(trx)
    assert.deepEqual(batches.rows.map(({ state }) => state), ['ready', 'processing']) // biome-ignore format: one row
  }))

test('a file that is still being written waits', () =>
  withFolder(async (trx, folder, drop) => {
    drop('fresh.zip', delivery(), 1)
    drop('half.zip.part', delivery())
    await look(trx, await officer(trx, '接收员'), folder)
    assert.deepEqual(readdirSync(join(folder, 'monitoring')).sort(), ['fresh.zip', 'half.zip.part'])
  }))

test('what cannot be read lies in refused with the reason; what came before is not taken twice', () =>
  withFolder(async (trx, folder, drop) => {
    const person = await officer(trx, '接收员')
    drop('broken.zip', new TextEncoder().encode('not a zip'))
    drop('a.zip', delivery())
    await look(trx, person, folder)
    drop('a-again.zip', delivery())
    await look(trx, person, folder)
    assert.equal(report(folder, 'refused/broken.zip').problem.code, 'formats.zip.not-a-zip')
    assert.equal(report(folder, 'done/a-again.zip').already, report(folder, 'done/a.zip').number)
    const { rows } = await sql`select 1 from landuse_batch`.execute(trx)
    assert.equal(rows.length, 1)
  }))
