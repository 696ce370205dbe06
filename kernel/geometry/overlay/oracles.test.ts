import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { regionWhere } from '../arrangement/overlay-faces.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { repairPolygon } from '../repair/repair.ts'
import { assertValid } from '../sample-geometries.testing.ts'
import { sharedPath } from '../shared-files.testing.ts'
import type { MultiPolygon, Polygon, Position } from '../types.ts'
import { commonArea } from './common-area.ts'
import { edgeTable } from './edge-table.ts'

type Feature = { geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: Polygon | MultiPolygon } }

const CLIPPING = sharedPath('fixtures/oracles/polygon_clipping_e2e')
const JTS = sharedPath('fixtures/oracles/jts_testxml/general')

/** The cover each operation wants, of `n` inputs. */
const OPERATIONS: Record<string, (n: number) => (inputs: readonly number[]) => boolean> = {
  union: () => (inputs) => inputs.length > 0,
  intersection: (n) => (inputs) => inputs.length === n,
  difference: () => (inputs) => inputs.length === 1 && inputs[0] === 0,
  xor: () => (inputs) => inputs.length % 2 === 1,
}

const asMulti = ({ geometry }: Feature): MultiPolygon =>
  geometry.type === 'Polygon' ? [geometry.coordinates as Polygon] : (geometry.coordinates as MultiPolygon)

const mapPositions = (geometry: MultiPolygon, change: (position: Position) => Position): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(change)))

/** Same area, and all of it in common: the grid may move a border by 0.1 mm. */
function assertSame(found: MultiPolygon, expected: MultiPolygon, what: string): void {
  const tolerance = 1e-4 * (perimeter(found) + perimeter(expected)) + 1e-6
  assert.ok(Math.abs(planarArea(found) - planarArea(expected)) <= tolerance, `${what}: ${planarArea(found)} is not ${planarArea(expected)}`) // biome-ignore format: one row
  const [x, y] = boundingBox(expected)
  if (!Number.isFinite(x) || found.length === 0) return
  const common = commonArea(edgeTable(found, x, y), edgeTable(expected, x, y))
  assert.ok(Math.abs(common - planarArea(expected)) <= tolerance, `${what}: only ${common} in common`)
}

/** Cases whose meaning differs from ours, with the reason. */
const CLIPPING_DIFFERS: Record<string, string> = {
  'multipoly-with-self-crossing-rings': 'a ring that goes round twice: non-zero there, even-odd here',
  'non-zero-rule-not-even-odd': 'a ring that goes round twice: non-zero there, even-odd here',
}

test('overlay agrees with the polygon-clipping cases', { skip: CLIPPING.skip }, (t) => {
  let compared = 0
  for (const name of readdirSync(CLIPPING.path)) {
    if (CLIPPING_DIFFERS[name]) {
      t.diagnostic(`${name} left out: ${CLIPPING_DIFFERS[name]}`)
      continue
    }
    const read = (file: string) => JSON.parse(readFileSync(`${CLIPPING.path}/${name}/${file}`, 'utf8'))
    if (!existsSync(`${CLIPPING.path}/${name}/args.geojson`)) continue
    const raw: MultiPolygon[] = read('args.geojson').features.map(asMulti)
    const [minX, minY, maxX, maxY] = boundingBox(raw.flat())
    // Cases are drawn in degrees and in units; made some 10 km wide they all mean something on a grid of 0.1 mm.
    const scale = 10000 / Math.max(maxX - minX, maxY - minY, 1e-9)
    const toMetres = ([x, y]: Position): Position => [(x - minX) * scale, (y - minY) * scale]
    const inputs = raw.map((geometry) => mapPositions(geometry, toMetres))
    for (const [operation, wanted] of Object.entries(OPERATIONS)) {
      for (const file of [`${operation}.geojson`, 'all.geojson']) {
        if (!existsSync(`${CLIPPING.path}/${name}/${file}`)) continue
        const found = regionWhere(inputs, wanted(inputs.length))
        assertValid(found)
        assertSame(found, mapPositions(asMulti(read(file)), toMetres), `${name} ${operation}`)
        compared++
      }
    }
  }
  assert.ok(compared > 50)
  t.diagnostic(`${compared} results compared`)
})

const JTS_OPERATIONS: Record<string, string> = {
  intersection: 'intersection',
  union: 'union',
  difference: 'difference',
  symdifference: 'xor',
}

test('overlay of areas agrees with the JTS cases', { skip: JTS.skip }, (t) => {
  let compared = 0
  for (const file of ['TestNGOverlayA.xml', 'TestOverlayAA.xml', 'TestNGOverlayAPrec.xml', 'TestOverlayAAPrec.xml']) {
    const xml = readFileSync(`${JTS.path}/${file}`, 'utf8')
    // Cases with a precision model of their own are set on our grid: one of their units becomes one cell.
    const unit = file.includes('Prec') ? 1e-4 * Number(/scale="([\d.]+)"/.exec(xml)?.[1] ?? 1) : 1
    for (const [, body] of xml.matchAll(/<case>([\s\S]*?)<\/case>/g)) {
      const [a, b] = ['a', 'b'].map((tag) =>
        parseWkt(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(body!)?.[1], unit),
      )
      if (!a || !b) continue
      for (const [, name, expectedText] of body!.matchAll(
        /<op name="(\w+?)(?:NG)?" arg1="A" arg2="B"[^>]*>([\s\S]*?)<\/op>/g,
      )) {
        const operation = JTS_OPERATIONS[name!.replace(/NG$|SR$/, '')]
        const expected = parseWkt(expectedText, unit)
        if (!operation || !expected) continue
        const found = regionWhere([a, b], OPERATIONS[operation]!(2))
        assertSame(found, expected, `${file} ${operation} ${/<desc>([\s\S]*?)<\/desc>/.exec(body!)?.[1]}`)
        compared++
      }
    }
  }
  assert.ok(compared > 60)
  t.diagnostic(`${compared} results compared`)
})

/** The areas of a WKT text; undefined for pure points and lines, which have no place in an overlay of areas. */
function parseWkt(text: string | undefined, unit: number): MultiPolygon | undefined {
  if (!text || !/POLYGON/.test(text)) return undefined
  const packed = text.replace(/\s*([(),])\s*/g, '$1')
  const polygons = [...packed.matchAll(/\(\(([^()]|\)\s*,\s*\()+\)\)/g)].map(([polygon]) =>
    polygon
      .replace(/^\(\(|\)\)$/g, '')
      .split(/\)\s*,\s*\(/)
      .map((ring) =>
        ring.split(',').map((pair): Position => {
          const [x, y] = pair.trim().split(/\s+/).map(Number)
          return [x! * unit, y! * unit]
        }),
      ),
  )
  return polygons
}

test('polygons that JTS finds valid need no repair, those it finds invalid do', { skip: JTS.skip }, (t) => {
  let compared = 0
  const disagreed: string[] = []
  for (const file of ['TestValid.xml', 'TestValid2.xml']) {
    const xml = readFileSync(`${JTS.path}/${file}`, 'utf8')
    for (const [, body] of xml.matchAll(/<case>([\s\S]*?)<\/case>/g)) {
      const geometry = parseWkt(/<a>([\s\S]*?)<\/a>/.exec(body!)?.[1], 1)
      const verdict = /name="isValid" arg1="A">\s*(true|false)/.exec(body!)?.[1]
      if (!geometry || geometry.length === 0 || !verdict) continue
      const outcome = repairPolygon(geometry)
      const harmless = ['multipart', 'ring-direction', 'repeated-vertex']
      const sound = !('rejected' in outcome) && outcome.repairs.every(({ kind }) => harmless.includes(kind))
      if (sound !== (verdict === 'true'))
        disagreed.push(
          `${file}: ${/<desc>([\s\S]*?)<\/desc>/.exec(body!)?.[1]} (${JSON.stringify(outcome).slice(0, 200)})`,
        )
      compared++
    }
  }
  assert.deepEqual(disagreed, [])
  t.diagnostic(`${compared} verdicts compared`)
})
