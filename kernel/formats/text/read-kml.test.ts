import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, refused } from '../delivery.testing.ts'

const kml = (body: string, head = '') =>
  read(
    new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?>${head}<kml xmlns="http://www.opengis.net/kml/2.2">${body}</kml>`,
    ),
    {},
    'clues.kml',
  )

const ring = (corners: string) => `<LinearRing><coordinates>${corners}</coordinates></LinearRing>`
const outer = `<outerBoundaryIs>${ring('107.7,33,0 107.8,33,0 107.8,33.1,0 107.7,33,0')}</outerBoundaryIs>`
const inner = `<innerBoundaryIs>${ring('107.75,33.01 107.78,33.01\n107.78,33.05 107.75,33.01')}</innerBoundaryIs>`

test('placemarks with holes, folders and extended data become rows', async () => {
  const delivery = await kml(
    `<Document><name>监测</name><Folder><name>三季度</name><Placemark><name>一号 &amp; 二号</name>
      <ExtendedData><Data name="JCMJ"><value>12.5</value></Data><SchemaData><SimpleData name="DLBM">0101</SimpleData></SchemaData></ExtendedData>
      <MultiGeometry><Polygon>${outer}${inner}</Polygon></MultiGeometry></Placemark></Folder>
      <Placemark><name><![CDATA[<点>]]></name><Point><coordinates>1,2</coordinates></Point></Placemark></Document>`,
  )
  assert.deepEqual([delivery.layerName, delivery.crs.epsg], ['监测', 4326])
  assert.deepEqual(delivery.rows[0]!.attributes, { name: '一号 & 二号', folder: '三季度', JCMJ: 12.5, DLBM: '0101' })
  assert.deepEqual(
    delivery.rows[0]!.geometry!.map((polygon) => polygon.length),
    [2],
  )
  assert.equal(delivery.rows[1]!.attributes.name, '<点>')
  assert.equal(delivery.rows[1]!.rejected?.code, 'formats.row.not-a-polygon')
})

test('a coordinate that is no number rejects its row', async () => {
  const delivery = await kml(
    `<Placemark><Polygon><outerBoundaryIs>${ring('107,33 x,33 107,34 107,33')}</outerBoundaryIs></Polygon></Placemark>`,
  )
  assert.deepEqual(delivery.rows[0]!.rejected, { code: 'formats.row.not-a-number', params: { vertex: 2 } })
})

test('declared entities are refused, whether they explode or read files', async () => {
  const bomb = '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
  await refused(kml('<Placemark><name>&b;</name></Placemark>', bomb), 'formats.xml.document-type')
  await refused(kml('', '<!DOCTYPE kml SYSTEM "file:///etc/passwd">'), 'formats.xml.document-type')
})

test('XML that is cut, crossed, too deep or not KML is refused', async () => {
  await refused(kml('<Placemark>'), 'formats.xml.not-well-formed')
  await refused(kml('<a><b></a></b>'), 'formats.xml.not-well-formed')
  await refused(kml('<Folder>'.repeat(100_000)), 'formats.xml.not-well-formed')
  await refused(read(new TextEncoder().encode('<gpx></gpx>'), {}, 'track.kml'), 'formats.kml.not-kml')
})
