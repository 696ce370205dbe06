import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { boundingBox } from '../measures/bounding-box.ts'
import { assertValid } from '../sample-geometries.testing.ts'
import { sharedPath } from '../shared-files.testing.ts'
import type { MultiPolygon, Polygon, Position } from '../types.ts'
import { overlayBy } from './jts-operations.testing.ts'
import { assertSameArea, mapPositions } from './same-area.testing.ts'

type Feature = { geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: Polygon | MultiPolygon } }

const CLIPPING = sharedPath('fixtures/oracles/polygon_clipping_e2e')

/** What they call an operation, and what we do. */
const OPERATIONS = { union: 'union', intersection: 'intersection', difference: 'difference', xor: 'symdifference' }

/** Cases whose meaning differs from ours, with the reason. */
const DIFFERS: Record<string, string> = {
  'multipoly-with-self-crossing-rings': 'a ring that goes round twice: non-zero there, even-odd here',
  'non-zero-rule-not-even-odd': 'a ring that goes round twice: non-zero there, even-odd here',
}

const asMulti = ({ geometry }: Feature): MultiPolygon =>
  geometry.type === 'Polygon' ? [geometry.coordinates as Polygon] : (geometry.coordinates as MultiPolygon)

test('overlay agrees with the polygon-clipping cases', { skip: CLIPPING.skip }, (t) => {
  let compared = 0
  for (const name of readdirSync(CLIPPING.path)) {
    const folder = `${CLIPPING.path}/${name}`
    if (DIFFERS[name]) t.diagnostic(`${name} left out: ${DIFFERS[name]}`)
    else if (existsSync(`${folder}/args.geojson`)) compared += compareCase(folder, name)
  }
  assert.ok(compared > 50)
  t.diagnostic(`${compared} results compared`)
})

/** How many results of the case were compared. */
function compareCase(folder: string, name: string): number {
  const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
  const raw: MultiPolygon[] = read('args.geojson').features.map(asMulti)
  const [minX, minY, maxX, maxY] = boundingBox(raw.flat())
  // Cases are drawn in degrees and in units; made some 10 km wide they all mean something on a grid of 0.1 mm.
  const scale = 10000 / Math.max(maxX - minX, maxY - minY, 1e-9)
  const toMetres = ([x, y]: Position): Position => [(x - minX) * scale, (y - minY) * scale]
  const inputs = raw.map((geometry) => mapPositions(geometry, toMetres))
  let compared = 0
  for (const [theirs, ours] of Object.entries(OPERATIONS)) {
    for (const file of [`${theirs}.geojson`, 'all.geojson'].filter((file) => existsSync(`${folder}/${file}`))) {
      const found = overlayBy(ours, inputs)
      assertValid(found)
      assertSameArea(found, mapPositions(asMulti(read(file)), toMetres), `${name} ${theirs}`)
      compared++
    }
  }
  return compared
}
