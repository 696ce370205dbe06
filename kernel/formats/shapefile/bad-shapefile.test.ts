import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, filesOf, goodZip, moved, read, refused, rezip, square } from '../delivery.testing.ts'

const copyOf = (name: string, zip = goodZip()) => Buffer.from(filesOf(zip)[name]!)

test('without .shp or .dbf a delivery is refused; without .shx it is rebuilt and reported', async () => {
  await refused(read(rezip(goodZip(), { 'clues.shp': undefined })), 'formats.shp.missing')
  await refused(read(rezip(goodZip(), { 'clues.dbf': undefined })), 'formats.dbf.missing')
  const delivery = await read(rezip(goodZip(), { 'clues.shx': undefined }))
  assert.deepEqual(codes(delivery.findings), ['formats.shx.rebuilt'])
  assert.deepEqual(
    delivery.rows.map((row) => row.geometry),
    [square(0, 0), square(200, 0)],
  )
})

test('a layer may be read without its table when only geometry is wanted', async () => {
  const delivery = await read(rezip(goodZip(), { 'clues.dbf': undefined }), { geometryOnly: true })
  assert.deepEqual(codes(delivery.findings), ['formats.dbf.without'])
  assert.equal(delivery.rows.length, 2)
})

test('a .shp delivered alone is refused with the advice to zip its companions', async () => {
  await refused(read(copyOf('clues.shp'), {}, 'clues.shp'), 'formats.shp.alone')
})

test('a cut .shp and a cut .dbf are refused with what was stated and found', async () => {
  const shp = copyOf('clues.shp')
  assert.deepEqual(
    await refused(read(rezip(goodZip(), { 'clues.shp': shp.subarray(0, 300) })), 'formats.shp.truncated'),
    {
      stated: shp.length,
      found: 300,
    },
  )
  const dbf = copyOf('clues.dbf')
  const params = await refused(
    read(rezip(goodZip(), { 'clues.dbf': dbf.subarray(0, dbf.length - 20) })),
    'formats.dbf.truncated',
  )
  assert.deepEqual(params, { stated: 2, found: 1 })
})

test('as many shapes as table rows, or the delivery is refused', async () => {
  const other = goodZip(square(0, 0), square(200, 0), square(400, 0))
  const params = await refused(
    read(rezip(goodZip(), { 'clues.dbf': filesOf(other)['clues.dbf'] })),
    'formats.shp.count-mismatch',
  )
  assert.deepEqual(params, { shapes: 2, records: 3 })
})

test('an index that does not lie on the records is repaired from them', async () => {
  const shx = copyOf('clues.shx')
  shx.writeInt32BE(77, 108)
  const delivery = await read(rezip(goodZip(), { 'clues.shx': shx }))
  assert.deepEqual(codes(delivery.findings), ['formats.shx.repaired'])
  assert.deepEqual(delivery.rows[1]!.geometry, square(200, 0))
})

test('a damaged record costs its own row only', async () => {
  const shp = copyOf('clues.shp')
  shp.writeInt32LE(1_000_000, 100 + 8 + 40)
  const delivery = await read(rezip(goodZip(), { 'clues.shp': shp }))
  assert.deepEqual(delivery.rows[0]!.rejected, { code: 'formats.row.damaged', params: { reason: 'counts' } })
  assert.equal(delivery.rows[0]!.attributes.XH, 1)
  assert.equal(delivery.rows[1]!.rejected, undefined)
})

test('a point among polygons and a deleted table row are rejected, not dropped', async () => {
  const shp = copyOf('clues.shp')
  shp.writeInt32LE(1, 108)
  const dbf = copyOf('clues.dbf')
  dbf[dbf.readUInt16LE(8) + dbf.readUInt16LE(10)] = 0x2a
  const delivery = await read(rezip(goodZip(), { 'clues.shp': shp, 'clues.dbf': dbf }), {})
  assert.deepEqual(
    delivery.rows.map((row) => row.rejected?.code),
    ['formats.row.not-a-polygon', 'formats.row.deleted'],
  )
})

test('NaN, endless and huge coordinates reject their row and name the vertex', async () => {
  const at = (value: number) => moved(square(0, 0), (x, y) => (x > 36478590 && y < 3650600 ? [value, y] : [x, y]))
  const delivery = await read(goodZip(square(0, 0), at(Number.NaN), at(Infinity), at(1e39)))
  const rejected = delivery.rows.map((row) => [row.rejected?.code, row.rejected?.params?.vertex])
  assert.deepEqual(rejected, [
    [undefined, undefined],
    ['formats.row.not-a-number', 4],
    ['formats.row.not-a-number', 4],
    ['formats.row.huge', 4],
  ])
})

test('an unclosed ring is closed and the gap told; a ring without area is left out and told', async () => {
  const open = [[square(0, 0)[0]![0]!.slice(0, -1)]]
  const collapsed = [[[...square(0, 0)[0]![0]!.slice(0, 2), square(0, 0)[0]![0]![0]!]]]
  const delivery = await read(goodZip(open, [...square(0, 0), ...collapsed], collapsed))
  assert.deepEqual(delivery.rows[0]!.findings, [{ code: 'formats.row.ring-closed', params: { gap: 100 }, row: 1 }])
  assert.deepEqual(delivery.rows[0]!.geometry, square(0, 0))
  assert.deepEqual(codes(delivery.rows[1]!.findings), ['formats.row.ring-collapsed'])
  assert.equal(delivery.rows[2]!.rejected?.code, 'formats.row.no-area')
})

test('values a table cannot mean are empty and reported with what was read', async () => {
  const dbf = copyOf('clues.dbf')
  const row = dbf.readUInt16LE(8) + 1
  dbf.write('12x4'.padStart(24), row + 20)
  dbf.write('20260231', row + 20 + 24 + 18)
  const delivery = await read(rezip(goodZip(), { 'clues.dbf': dbf }))
  assert.deepEqual(delivery.rows[0]!.findings, [
    { code: 'formats.value.not-a-number', row: 1, params: { field: 'JCMJ', value: '12x4' } },
    { code: 'formats.value.not-a-date', row: 1, params: { field: 'JCRQ', value: '20260231' } },
  ])
  assert.equal(delivery.rows[0]!.attributes.JCMJ, null)
})

test('a .cpg that lies is overruled by the bytes and reported', async () => {
  const delivery = await read(rezip(goodZip(), { 'clues.cpg': new TextEncoder().encode('UTF-8') }))
  assert.deepEqual(delivery.findings, [
    { code: 'formats.encoding.wrong', params: { stated: 'utf-8', by: 'cpg', used: 'gbk' } },
  ])
  assert.equal(delivery.rows[0]!.attributes.图斑编号, '云栖〔2026〕1号')
})

test('without .cpg and language driver the encoding is found from the bytes', async () => {
  const dbf = copyOf('clues.dbf')
  dbf[29] = 0
  const delivery = await read(rezip(goodZip(), { 'clues.cpg': undefined, 'clues.dbf': dbf }))
  assert.deepEqual(delivery.encoding, { name: 'gbk', how: 'detected' })
})
