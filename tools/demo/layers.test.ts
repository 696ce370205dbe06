import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAttributes } from '../../kernel/layers/check-attributes.ts'
import { layerNamed } from '../../kernel/layers/registry.ts'
import { generateCounty } from './county.ts'
import { LAYER_NAMES } from './feature.ts'
import { boxesMeet, boxOf } from './ground.ts'
import { paintImagery } from './imagery-tile.ts'
import { intersectionArea } from './intersection-area.ts'
import { polygonArea } from './outline.ts'
import { demoOrganisations, demoPeople } from './people.ts'

const county = generateCounty('S')
const square = (x: number, y: number, side: number) => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ] as [number, number][],
]

test('the common area of two polygons is exact, also at eastings of eight digits', () => {
  assert.equal(intersectionArea(square(36478500, 3650500, 10), square(36478505, 3650504, 10)), 30)
  assert.equal(intersectionArea(square(0, 0, 10), square(20, 0, 10)), 0)
  const holed = [square(0, 0, 10)[0]!, square(2, 2, 2)[0]!.toReversed()]
  assert.equal(intersectionArea(holed, square(0, 0, 4)), 12)
})

/** Legal areas that the loader computes and levels. */
const LOADED = ['TBMJ', 'TBDLMJ', 'DCMJ', 'JSMJ', 'YJJBNTTBMJ', 'YJJBNTMJ']

test('every row of every layer fits its table and has what is mandatory', () => {
  for (const name of LAYER_NAMES) {
    const layer = layerNamed(name)
    const mandatory = layer.fields
      .filter((field) => field.required && !LOADED.includes(field.name))
      .map((field) => field.name)
    assert.ok(county.layers[name].length > 0, name)
    for (const { attributes } of county.layers[name]) {
      assert.equal(checkAttributes(layer, attributes), undefined, name)
      assert.deepEqual(
        mandatory.filter((field) => (attributes[field] ?? null) === null),
        [],
        name,
      )
    }
  }
})

test('approvals and surveyed ranges lie apart, and approvals off basic farmland', () => {
  const sites = county.known().sites
  for (const [i, site] of sites.entries()) {
    for (const other of sites.slice(i + 1))
      assert.ok(
        !boxesMeet(boxOf(site.polygon), boxOf(other.polygon)) || intersectionArea(site.polygon, other.polygon) === 0,
      )
    if (site.kind === 'conversion') assert.equal(county.known().ground.under(site.polygon).basicFarmland, 0)
  }
})

test('every building stands on its parcel and every parcel code is one of a kind', () => {
  const parcels = new Map(county.layers.ZD.map((row) => [row.attributes.ZDDM, row]))
  assert.equal(parcels.size, county.layers.ZD.length)
  for (const { attributes, geometry } of county.layers.ZRZ) {
    assert.match(`${attributes.ZDDM} ${attributes.BDCDYH}`, /^\d{12}[GJ][BC]\d{5} .{28}$/)
    const building = geometry[0]!
    const parcel = parcels.get(attributes.ZDDM!)!.geometry[0]!
    assert.ok(intersectionArea(building, parcel) > 0.97 * polygonArea(building))
  }
})

test('a tile of imagery is painted with the land under it', () => {
  const pixels = paintImagery({ width: 8, height: 8, ground: [1, 0, 36478500, 0, -1, 3650500] }, [
    { dlbm: '1101', polygons: [square(0, 0, 4)] },
  ])
  const at = (x: number, y: number) => [...pixels.slice((y * 8 + x) * 4, (y * 8 + x) * 4 + 4)]
  assert.deepEqual(at(7, 7), [226, 224, 218, 255])
  assert.ok(at(1, 1)[1]! < 140)
})

test('everybody belongs to an organisation that exists and has a role', () => {
  const codes = new Set(demoOrganisations.map((organisation) => organisation.code))
  for (const { organisation, grants, login } of demoPeople) {
    assert.ok(codes.has(organisation) && grants.length > 0)
    assert.match(login, /^[a-z]+$/)
  }
})
