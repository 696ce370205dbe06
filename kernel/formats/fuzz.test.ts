import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../problems/problem.ts'
import { filesOf, goodZip, read, rezip, square } from './delivery.testing.ts'

const RUNS = 400
const SLOWEST_MS = 1500

/** A small generator with a seed (mulberry32), so that a failing run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function spoil(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * bytes.length)
  if (random() < 0.2) return bytes.slice(0, at())
  const copy = bytes.slice()
  const flips = 1 + Math.floor(random() * 8)
  for (let i = 0; i < flips; i++) copy[at()] = Math.floor(random() * 256)
  return copy
}

/** Reads and lets only refusals pass; every row must be accounted for. */
async function survives(bytes: Uint8Array, seed: number, name: string, source = 'delivery.zip'): Promise<void> {
  const start = performance.now()
  try {
    const delivery = await read(bytes, { geometryOnly: seed % 2 === 0 }, source)
    assert.deepEqual(
      delivery.rows.map((row) => row.row),
      delivery.rows.map((_, index) => index + 1),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw new Error(`${name}, seed ${seed}`, { cause: error })
  }
  assert.ok(performance.now() - start < SLOWEST_MS, `${name}, seed ${seed} took too long`)
}

const good = goodZip(square(0, 0), [...square(200, 0, 50), ...square(400, 0, 30)], null)

test('a zip with bytes flipped or cut is read or refused, never a crash', async () => {
  for (let seed = 0; seed < RUNS; seed++) await survives(spoil(good, randomFrom(seed)), seed, 'zip')
})

for (const part of ['shp', 'shx', 'dbf', 'prj', 'cpg']) {
  test(`a .${part} with bytes flipped or cut is read or refused, never a crash`, async () => {
    const name = `clues.${part}`
    const bytes = filesOf(good)[name]!
    for (let seed = 0; seed < RUNS; seed++) {
      await survives(rezip(good, { [name]: spoil(bytes, randomFrom(seed)) }), seed, part)
    }
  })
}

const texts: Record<string, string> = {
  'clues.geojson':
    '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4524"}},"features":[{"type":"Feature","properties":{"a":1},' +
    '"geometry":{"type":"Polygon","coordinates":[[[36478500,3650553],[36478500,3650653],[36478600,3650653],[36478500,3650553]]]}}]}',
  'clues.csv': '图斑编号,WKT\n1,"POLYGON((36478500 3650553,36478500 3650653,36478600 3650653,36478500 3650553))"\n',
  'clues.kml':
    '<kml><Document><Placemark><name>a</name><Polygon><outerBoundaryIs><LinearRing><coordinates>107,33 107.1,33 107.1,33.1 107,33' +
    '</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>',
  'plots.txt':
    '[属性描述]\n坐标系=2000国家大地坐标系\n带号=36\n[地块坐标]\n4,0.5,DK1,名,面,,,,@\nJ1,1,3650653.447,36478500.889\n' +
    'J2,1,3650653.447,36478600.889\nJ3,1,3650553.447,36478600.889\nJ1,1,3650653.447,36478500.889\n',
  'rings.csv':
    '图斑编号,圈号,x,y\n1,1,36478500,3650553\n1,1,36478500,3650653\n1,1,36478600,3650653\n2,1,36478500,3650553\n',
}

for (const [name, text] of Object.entries(texts)) {
  test(`${name} with bytes flipped or cut is read or refused, never a crash`, async () => {
    const bytes = new TextEncoder().encode(text)
    for (let seed = 0; seed < RUNS; seed++) await survives(spoil(bytes, randomFrom(seed)), seed, name, name)
  })
}
