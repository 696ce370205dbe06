import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clues, codes, filesOf, read, refused, square } from './delivery.testing.ts'
import type { Finding } from './delivery.ts'
import { writeShapefileZip } from './write-shapefile.ts'

const courtyard = [
  [...square(0, 0, 300)[0]!, ...square(100, 100, 50)[0]!.map((ring) => [...ring].reverse())],
  ...square(1000, 0, 10),
]

for (const encoding of ['gbk', 'utf-8'] as const) {
  test(`a layer written in ${encoding} comes back with the same vertices, values and system`, async () => {
    const layer = clues(square(0, 0), courtyard, null)
    const fields = layer.fields.map((field) =>
      encoding === 'utf-8' && field.name === '图斑编号' ? { ...field, name: 'TBBH', length: 60 } : field,
    )
    const rows = layer.rows.map((row) => ({
      ...row,
      attributes: { ...row.attributes, TBBH: row.attributes.图斑编号! },
    }))
    const delivery = await read(writeShapefileZip({ ...layer, fields, rows, encoding }))
    assert.deepEqual(delivery.crs, { epsg: 4524, how: 'prj' })
    assert.deepEqual(delivery.encoding, { name: encoding, how: 'cpg' })
    assert.deepEqual(delivery.rows[0]!.geometry, layer.rows[0]!.geometry)
    assert.equal(delivery.rows[1]!.geometry!.length, 2)
    assert.deepEqual(
      delivery.rows[1]!.geometry![0]!.map((ring) => ring.length),
      [5, 5],
    )
    assert.equal(delivery.rows[2]!.rejected?.code, 'formats.row.no-geometry')
    const name = fields[0]!.name
    const expected = { [name]: '云栖〔2026〕2号', JCMJ: 10000 / 3, XH: 2, JCRQ: '2026-09-30' }
    assert.deepEqual(delivery.rows[1]!.attributes, expected)
    assert.deepEqual(
      delivery.fields.map((field) => field.type),
      ['text', 'number', 'integer', 'date'],
    )
    assert.deepEqual(delivery.findings, [])
  })
}

test('the same layer gives the same bytes', () => {
  const write = () => writeShapefileZip({ ...clues(square(0, 0)), encoding: 'gbk' })
  assert.deepEqual(write(), write())
})

test('a character GBK does not have is reported, and refused when nobody listens', async () => {
  const layer = clues(square(0, 0))
  layer.rows[0]!.attributes.图斑编号 = '㙟家湾'
  const findings: Finding[] = []
  writeShapefileZip({ ...layer, encoding: 'gbk' }, (finding) => findings.push(finding))
  assert.deepEqual(findings, [
    { code: 'formats.encoding.lost', row: 1, params: { field: '图斑编号', value: '㙟家湾' } },
  ])
  assert.throws(() => writeShapefileZip({ ...layer, encoding: 'gbk' }), /formats\.encoding\.lost/)
})

test('what does not fit the table is reported: long text, long names, numbers, dates', () => {
  const layer = clues(square(0, 0))
  layer.fields[0]!.length = 7
  layer.fields.push({ name: '监测图斑面积', type: 'number', length: 6, decimals: 2 })
  Object.assign(layer.rows[0]!.attributes, { 监测图斑面积: 123456.78, XH: 1.5, JCRQ: '去年' })
  const findings: Finding[] = []
  writeShapefileZip({ ...layer, encoding: 'gbk' }, (finding) => findings.push(finding))
  assert.deepEqual(codes(findings), [
    'formats.dbf.name-cut',
    'formats.dbf.text-cut',
    'formats.dbf.number-lost',
    'formats.dbf.date-lost',
    'formats.dbf.number-lost',
  ])
})

test('two fields cut to the same ten bytes are refused', () => {
  const layer = clues(square(0, 0))
  layer.fields = [
    { name: '监测图斑编号', type: 'text' },
    { name: '监测图斑编码', type: 'text' },
  ]
  assert.throws(() => writeShapefileZip({ ...layer, encoding: 'gbk' }, () => {}), /formats\.dbf\.same-name/)
})

test('the parts carry what other programs look for', async () => {
  const files = filesOf(writeShapefileZip({ ...clues(square(0, 0)), encoding: 'gbk' }))
  const text = (name: string) => new TextDecoder().decode(files[name])
  assert.match(
    text('clues.prj'),
    /^PROJCS\["CGCS2000_3_Degree_GK_Zone_36",GEOGCS\["GCS_China_Geodetic_Coordinate_System_2000"/,
  )
  assert.equal(text('clues.cpg'), 'GBK')
  assert.equal(files['clues.dbf']![29], 0x4d)
  assert.equal(files['clues.shx']!.length, 108)
})

test('a system without a known definition is refused', async () => {
  const write = async () => writeShapefileZip({ ...clues(square(0, 0)), epsg: 2154, encoding: 'gbk' })
  await refused(write(), 'formats.crs.unsupported')
})
