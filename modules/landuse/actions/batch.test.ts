import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { writeShapefileZip } from '../../../kernel/formats/write-shapefile.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { act, ask, testFiles } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { officer } from '../county.testing.ts'
import { listBatches } from '../queries/list-batches.ts'
import { reportBatch } from '../queries/report-batch.ts'
import { viewBatch } from '../queries/view-batch.ts'
import { cancelBatch } from './cancel-batch.ts'
import { confirmMapping } from './confirm-mapping.ts'
import { processBatchAction } from './process-batch.ts'
import { uploadBatch } from './upload-batch.ts'

const refusedWith = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.problem.code, code)
  return true
}

type Row = { attributes: Record<string, string | number | null>; geometry: [number, number][][][] }

const square = (x: number, attributes: Row['attributes']): Row => ({
  attributes,
  geometry: [[[[x, 3650000], [x, 3650100.123456789], [x + 100, 3650100], [x + 100, 3650000], [x, 3650000]]]], // biome-ignore format: one row
})

const fields = [
  { name: 'JCBH', type: 'text' as const, length: 20 },
  { name: 'HSX', type: 'date' as const },
]

const rows = [1, 2, 3].map((n) => square(36478000 + 1000 * n, { JCBH: `A${n}`, HSX: '2026-08-15' }))

async function put(name: string, content: Row[], fieldsOf = fields): Promise<{ fileDigest: string; fileName: string }> {
  const zip = writeShapefileZip({ name, fields: fieldsOf, rows: content, epsg: 4524, encoding: 'gbk' })
  return { fileDigest: (await testFiles.put(zip)).digest, fileName: `${name}.zip` }
}

const quarter = { source: 'monitoring', period: '2026Q3' } as const
const upload = async (trx: Trx, person: Person, content = rows, name = 'q3') =>
  act(trx, person, uploadBatch, { ...(await put(name, content)), ...quarter })

test('an officer uploads a delivery and finds every row of it in the report', () =>
  inRollback(async (trx) => {
    const person = await officer(trx, '林志远')
    const { batchId, number } = await upload(trx, person)
    assert.match(number, /^JC\d{4}-\d{4}$/)
    const batch = await ask(trx, person, viewBatch, { batchId })
    assert.equal(batch.state, 'ready')
    assert.equal(batch.crs.epsg, 4524)
    assert.deepEqual(batch.mapping, { number: 'JCBH', foundOn: 'HSX' })
    assert.deepEqual(batch.rows, { waiting: 3 })
    const report = await ask(trx, person, reportBatch, { batchId })
    assert.equal(report.total, 3)
    const list = await ask(trx, person, listBatches, {})
    assert.deepEqual(list.rows.map((row) => [row.number, row.rows]), [[number, 3]]) // biome-ignore format: one row
  }))

test('coordinates are kept bit for bit', () =>
  inRollback(async (trx) => {
    const { batchId } = await upload(trx, await officer(trx, '林志远'))
    const { rows: found } = await sql<{
      y: number
    }>`select ST_Y(ST_PointN(ST_ExteriorRing(ST_GeometryN(ST_GeomFromWKB(geometry), 1)), 2)) as y
      from landuse_row where batch = ${batchId} and row = 1`.execute(trx)
    assert.equal(found[0]!.y, 3650100.123456789)
  }))

test('the same file twice is refused, naming the first batch', () =>
  inRollback(async (trx) => {
    const person = await officer(trx, '林志远')
    await upload(trx, person)
    await assert.rejects(upload(trx, person), refusedWith('landuse.batch.upload.same-delivery'))
  }))

test('the same rows in another file and another order are the same delivery', () =>
  inRollback(async (trx) => {
    const person = await officer(trx, '林志远')
    await upload(trx, person)
    const again = upload(trx, person, rows.toReversed(), 'q3-corrected')
    await assert.rejects(again, refusedWith('landuse.batch.upload.same-delivery'))
  }))

test('a delivery that was withdrawn may come again', () =>
  inRollback(async (trx) => {
    const person = await officer(trx, '林志远')
    const { batchId } = await upload(trx, person)
    await act(trx, person, cancelBatch, { batchId, reason: '坐标系有误' })
    await upload(trx, person)
    const twice = act(trx, person, cancelBatch, { batchId, reason: '再次' })
    await assert.rejects(twice, refusedWith('landuse.batch.cancel.cancelled'))
    const late = act(trx, person, processBatchAction, { batchId })
    await assert.rejects(late, refusedWith('landuse.batch.process.cancelled'))
  }))

test('a file that never arrived is refused', () =>
  inRollback(async (trx) => {
    const request = { fileDigest: '0'.repeat(64), fileName: 'x.zip', ...quarter }
    await assert.rejects(
      act(trx, await officer(trx, '林志远'), uploadBatch, request),
      refusedWith('landuse.batch.upload.no-file'),
    )
  }))

test('unknown field names ask a person, whose answer is remembered for the next delivery of the source', () =>
  inRollback(async (trx) => {
    const person = await officer(trx, '林志远')
    const strange = [{ name: 'KEY_1', type: 'text' as const, length: 20 }]
    const content = (x: number) => [square(x, { KEY_1: 'A1' })]
    const first = await act(trx, person, uploadBatch, { ...(await put('a', content(36479000), strange)), ...quarter })
    assert.deepEqual(first.missing, ['number'])
    const process = act(trx, person, processBatchAction, { batchId: first.batchId })
    await assert.rejects(process, refusedWith('landuse.batch.process.mapping-missing'))
    const wrong = act(trx, person, confirmMapping, { batchId: first.batchId, mapping: { number: 'NOT_THERE' } })
    await assert.rejects(wrong, refusedWith('landuse.batch.confirmMapping.unknown-field'))
    await act(trx, person, confirmMapping, { batchId: first.batchId, mapping: { number: 'KEY_1' } })
    const second = await act(trx, person, uploadBatch, { ...(await put('b', content(36480000), strange)), ...quarter })
    assert.deepEqual(second.missing, [])
    assert.deepEqual((await ask(trx, person, viewBatch, { batchId: second.batchId })).mappingHow, {
      number: 'remembered',
    })
  }))

test('a batch that is being processed is not started a second time', () =>
  inRollback(async (trx) => {
    const person = await officer(trx, '林志远')
    const { batchId } = await upload(trx, person)
    const { runId } = await act(trx, person, processBatchAction, { batchId })
    const batch = await ask(trx, person, viewBatch, { batchId })
    assert.equal(batch.run?.id, runId)
    await assert.rejects(
      act(trx, person, processBatchAction, { batchId }),
      refusedWith('landuse.batch.process.running'),
    )
  }))

test('an officer of another county neither sees nor processes the batch', () =>
  inRollback(async (trx) => {
    const { batchId } = await upload(trx, await officer(trx, '林志远'))
    const stranger = await officer(trx, '外县', '610724')
    assert.equal((await ask(trx, stranger, listBatches, {})).total, 0)
    await assert.rejects(ask(trx, stranger, viewBatch, { batchId }), refusedWith('landuse.batch.other-area'))
    await assert.rejects(act(trx, stranger, processBatchAction, { batchId }), refusedWith('kernel.no-right'))
  }))

test('a file that calls itself a zip and is none is refused', () =>
  inRollback(async (trx) => {
    const person = await officer(trx, '林志远')
    const { digest } = await testFiles.put(new TextEncoder().encode('not a zip'))
    const broken = act(trx, person, uploadBatch, { fileDigest: digest, fileName: 'x.zip', ...quarter })
    await assert.rejects(broken, refusedWith('formats.zip.not-a-zip'))
  }))
