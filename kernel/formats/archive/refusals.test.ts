import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { codes, filesOf, goodZip, read, refused, rezip } from '../delivery.testing.ts'

const text = (value: string) => new TextEncoder().encode(value)

test('an empty file, an empty zip and a zip of empty folders are refused', async () => {
  await refused(read(new Uint8Array()), 'formats.file.empty')
  await refused(read(zipSync({})), 'formats.zip.empty')
  await refused(read(zipSync({ 'folder/': new Uint8Array() })), 'formats.zip.empty')
})

test('a file that is called zip and is none is refused', async () => {
  await refused(read(text('this is a letter, not a delivery')), 'formats.zip.not-a-zip')
})

test('an upload cut half-way is refused as truncated', async () => {
  const zip = goodZip()
  await refused(read(zip.subarray(0, zip.length / 2)), 'formats.zip.truncated')
  await refused(read(zip.subarray(0, zip.length - 10)), 'formats.zip.truncated')
})

test('a byte changed on the way is found by the checksum', async () => {
  const zip = zipSync(filesOf(goodZip()), { level: 0 })
  const at = Buffer.from(zip).indexOf('clues.shp') + 200
  zip[at]! ^= 1
  const params = await refused(read(zip), 'formats.zip.damaged')
  assert.equal(params.reason, 'checksum')
})

test('a zip bomb is stopped while it inflates, whatever its headers say', async () => {
  const bomb = rezip(goodZip(), { 'clues.shp': new Uint8Array(30 * 1024 * 1024) })
  await refused(read(bomb), 'formats.zip.bomb')
  const lying = Buffer.from(bomb)
  const directory = lying.indexOf(Buffer.from('PK\x01\x02'))
  for (let at = directory; at >= 0; at = lying.indexOf(Buffer.from('PK\x01\x02'), at + 4))
    lying.writeUInt32LE(1000, at + 24)
  await refused(read(lying), 'formats.zip.damaged')
})

test('an archive that unpacks to more than is allowed is refused', async () => {
  await refused(read(goodZip(), { limits: { unpackedBytes: 300 } }), 'formats.zip.bomb')
  await refused(read(goodZip(), { limits: { sourceBytes: 100 } }), 'formats.file.too-large')
  await refused(read(goodZip(), { limits: { entries: 3 } }), 'formats.zip.too-many-entries')
})

test('entries that would leave their folder are refused', async () => {
  for (const name of ['../evil.shp', 'a/../../evil.shp', '/etc/evil.shp', 'C:\\evil.shp', '..\\evil.shp']) {
    await refused(read(rezip(goodZip(), { [name]: text('x') })), 'formats.zip.unsafe-path')
  }
})

test('a symbolic link is refused', async () => {
  const link = zipSync({ 'clues.shp': [text('/etc/passwd'), { os: 3, attrs: 0xa1ff << 16 }] })
  await refused(read(link), 'formats.zip.link')
})

test('an archive inside the archive is refused by name', async () => {
  const params = await refused(read(zipSync({ 'inner.zip': goodZip() })), 'formats.zip.nested')
  assert.equal(params.entry, 'inner.zip')
})

test('an encrypted archive is refused', async () => {
  const zip = Buffer.from(goodZip())
  for (const mark of ['PK\x01\x02', 'PK\x03\x04']) {
    const flags = mark === 'PK\x01\x02' ? 8 : 6
    for (let at = zip.indexOf(mark); at >= 0; at = zip.indexOf(mark, at + 4)) zip[at + flags]! |= 1
  }
  await refused(read(zip), 'formats.zip.encrypted')
})

test('two entries of one name are refused, also when only the case differs', async () => {
  await refused(read(rezip(goodZip(), { 'CLUES.SHP': text('x') })), 'formats.zip.duplicate-name')
})

test('an archive without a layer is refused with what it holds', async () => {
  const params = await refused(read(zipSync({ 'letter.docx': text('x') })), 'formats.zip.no-layer')
  assert.equal(params.files, 'letter.docx')
})

test('with several shapefiles the sender is asked which, and the answer is followed', async () => {
  const files = filesOf(goodZip())
  const twice = Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) => [
      [`q3/${name}`, bytes],
      [`q3/${name.replace('clues', '旧')}`, bytes],
    ]),
  )
  const params = await refused(read(zipSync(twice)), 'formats.layer.several')
  assert.equal(params.layers, 'clues, 旧')
  assert.equal((await read(zipSync(twice), { layer: '旧' })).layerName, '旧')
  await refused(read(zipSync(twice), { layer: 'new' }), 'formats.layer.not-found')
})

test('Chinese entry names in GBK are read, and files beside the layer are named', async () => {
  const zip = Buffer.from(rezip(goodZip(), { 'XXXX.doc': text('x') }))
  const gbk = Buffer.from([0xcb, 0xb5, 0xc3, 0xf7])
  for (let at = zip.indexOf('XXXX.doc'); at >= 0; at = zip.indexOf('XXXX.doc', at + 4)) gbk.copy(zip, at)
  const delivery = await read(zip)
  assert.deepEqual(delivery.findings, [{ code: 'formats.zip.not-read', params: { count: 1, files: '说明.doc' } }])
  assert.deepEqual(codes(delivery.rows.flatMap((row) => row.findings)), [])
})

test('a note beside a GeoJSON file is named, not read; two data files are a choice', async () => {
  const square = '{"type":"Polygon","coordinates":[[[107,33],[107.1,33],[107.1,33.1],[107,33]]]}'
  const delivery = await read(zipSync({ 'a.geojson': text(square), '说明.txt': text('note') }))
  assert.deepEqual(delivery.findings, [{ code: 'formats.zip.not-read', params: { count: 1, files: '说明.txt' } }])
  const both = zipSync({ 'a.geojson': text(square), 'b.geojson': text(square) })
  await refused(read(both), 'formats.layer.several')
  assert.equal((await read(both, { layer: 'b' })).layerName, 'b')
})
