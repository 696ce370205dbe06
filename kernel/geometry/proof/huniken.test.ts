import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planarArea } from '../measures/planar-area.ts'
import { split } from '../overlay/split.ts'
import { tabulate } from '../overlay/tabulate.ts'
import { readShared, sharedPath } from '../shared-files.testing.ts'
import type { MultiPolygon, Polygon } from '../types.ts'

type Collection = {
  features: {
    properties: { tid: string; flaechenmass: number }
    geometry: { type: string; coordinates: Polygon | MultiPolygon }
  }[]
}

const PARCELS = 'fixtures/parcels/ch_huniken/parcels_liegenschaften_lv95.geojson'
const COVER = 'fixtures/parcels/ch_huniken/landcover_bodenbedeckung_lv95.geojson'
const skip = { skip: sharedPath(PARCELS).skip }

const read = (path: string) =>
  readShared<Collection>(path).features.map(({ properties, geometry: { type, coordinates } }) => ({
    id: properties.tid,
    legal: properties.flaechenmass,
    geometry: (type === 'Polygon' ? [coordinates] : coordinates) as MultiPolygon,
  }))

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

test('parcels of a Swiss commune have their legal area to the whole square metre it is rounded to', skip, (t) => {
  const off = read(PARCELS).map(({ legal, geometry }) => Math.abs(planarArea(geometry) - legal))
  assert.ok(off.length > 100)
  // Arcs of the survey are drawn as chords of 2 mm sagitta in the file, which costs a few hundredths.
  assert.ok(Math.max(...off) <= 0.52, `${Math.max(...off)} m²`)
  t.diagnostic(`${off.length} parcels, at most ${Math.max(...off).toFixed(3)} m² off, rounding included`)
})

test('land cover adds up to every parcel to 0.01 m², by area table and by pieces', skip, (t) => {
  const [parcels, cover] = [read(PARCELS), read(COVER)]
  const rows = tabulate(parcels, cover, { kind: 'planar' })
  let worst = 0
  for (const { id, geometry } of parcels) {
    const own = rows.filter(({ subject }) => subject === id)
    const pieces = split(geometry, cover)
    const gaps = sum(pieces.filter(({ features }) => features.length === 0).map((piece) => planarArea(piece.geometry)))
    const twice = sum(pieces.map((piece) => Math.max(0, piece.features.length - 1) * planarArea(piece.geometry)))
    const table = sum(own.map(({ area }) => area))
    worst = Math.max(worst, Math.abs(table + gaps - twice - planarArea(geometry)))
    assert.ok(Math.abs(sum(pieces.map((piece) => planarArea(piece.geometry))) - planarArea(geometry)) < 0.01, id)
  }
  assert.ok(worst < 0.01, `${worst} m²`)
  t.diagnostic(
    `${parcels.length} parcels × ${cover.length} covers: ${rows.length} rows, at most ${worst.toFixed(4)} m² off`,
  )
})
