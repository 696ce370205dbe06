import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPrj } from './read-prj.ts'
import { findSystem } from './systems.ts'
import { parseWkt } from './wkt.ts'
import { writePrj } from './write-prj.ts'

const known = (text: string) => {
  const stated = readPrj(text)
  return stated?.kind === 'known' ? stated.epsg : stated?.kind
}

test('every system the house writes is read back as itself', () => {
  const all = Array.from({ length: 64 }, (_, index) => 4491 + index).concat(4490, 4326, 3857)
  for (const epsg of all) assert.equal(known(writePrj(epsg)), epsg, findSystem(epsg)?.name)
})

test('the zone is told by central meridian and false easting, whatever the name and dialect', () => {
  const wkt1 = (name: string, meridian: number, easting: number) =>
    `PROJCS["${name}",GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,` +
    `AUTHORITY["EPSG","1024"]]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],` +
    `PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",1],` +
    `PARAMETER["false_easting",${easting}],PARAMETER["false_northing",0],UNIT["metre",1]]`
  assert.equal(known(wkt1('我们的坐标系', 108, 36500000)), 4524)
  assert.equal(known(wkt1('CGCS2000 / 3-degree Gauss-Kruger CM 108E', 108, 500000)), 4545)
  assert.equal(known(wkt1('CGCS2000 / Gauss-Kruger CM 105E', 105, 500000)), 4507)
  assert.equal(known(wkt1('CGCS2000_3_Degree_GK_CM_105E', 105, 500000)), 4544)
  assert.equal(known(wkt1('x', 105, 18500000)), 4496)
  assert.equal(known(wkt1('城建坐标系', 121.4667, 0)), 'needs-transform')
})

test('WKT 2 as GDAL writes it is read', () => {
  const wkt2 =
    'PROJCRS["CGCS2000 / 3-degree Gauss-Kruger zone 36",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",' +
    'ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],' +
    'ID["EPSG",4490]],CONVERSION["zone 36",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0],' +
    'PARAMETER["Longitude of natural origin",108],PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",36500000],' +
    'PARAMETER["False northing",0]],CS[Cartesian,2],AXIS["northing (X)",north],AXIS["easting (Y)",east],LENGTHUNIT["metre",1],ID["EPSG",4524]]'
  assert.equal(known(wkt2), 4524)
})

test("Xi'an 1980 and Beijing 1954 are recognised as needing a transform", () => {
  assert.deepEqual(readPrj('GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]]]'), {
    kind: 'needs-transform',
    name: 'GCS_Xian_1980',
    datum: "Xi'an 1980",
  })
  const beijing = readPrj(
    'PROJCS["Beijing_1954_3_Degree_GK_Zone_36",GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954"]]]',
  )
  assert.equal(beijing?.kind, 'needs-transform')
})

test('a foreign system keeps its EPSG number, without one it is unsupported', () => {
  const lambert =
    'PROJCS["RGF93_Lambert_93",GEOGCS["GCS_RGF93",DATUM["D_RGF_1993"]],PROJECTION["Lambert_Conformal_Conic"]'
  assert.deepEqual(readPrj(`${lambert}]`), { kind: 'unsupported', name: 'RGF93_Lambert_93' })
  assert.equal(known(`${lambert},AUTHORITY["EPSG","2154"]]`), 2154)
})

test('what is no WKT says nothing, however long or deep', () => {
  for (const text of [
    '',
    'EPSG:4524',
    'PROJCS[',
    'PROJCS["x"',
    'PROJCS["x"]]',
    'LOCAL_CS["x"]',
    'A['.repeat(5000),
    '"'.repeat(70_000),
  ]) {
    assert.equal(readPrj(text), undefined)
  }
  assert.equal(parseWkt('A["say ""x""",1.5e3]')?.values[1], 1500)
})
