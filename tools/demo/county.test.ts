import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ring } from '../../kernel/geometry/types.ts'
import { generateCounty } from './county.ts'
import { polygonArea } from './outline.ts'
import { minimumArea } from './tidy.ts'

const county = generateCounty('S')
const patches = county.layers.DLTB
const key = (p: readonly number[]) => `${p[0]!.toFixed(3)} ${p[1]!.toFixed(3)}`

/** Do two segments touch, other than at a shared end? Grid units (mm) keep the arithmetic exact. */
function crosses(a: number[], b: number[], c: number[], d: number[]): boolean {
  const turn = (p: number[], q: number[], r: number[]) =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!))
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0
}

function selfCrossing(ring: Ring): boolean {
  const [x0, y0] = ring[0]!
  const points = ring.map(([x, y]) => [Math.round((x - x0) * 1000), Math.round((y - y0) * 1000)])
  const last = points.length - 1
  for (let i = 0; i < last; i++) {
    for (let j = i + 2; j < last; j++) {
      if (i === 0 && j === last - 1) continue
      if (crosses(points[i]!, points[i + 1]!, points[j]!, points[j + 1]!)) return true
    }
  }
  return false
}

test('the small county has about three thousand patches in three towns and nine villages', () => {
  assert.ok(patches.length > 2600 && patches.length < 3500, String(patches.length))
  assert.deepEqual([county.layers.XZQ.length, county.layers.CJDCQ.length, county.areas.length], [3, 9, 13])
})

test('the same seed draws the same county, another seed another one', () => {
  const again = generateCounty('S')
  assert.deepEqual(again.layers.DLTB[1234], patches[1234])
  assert.deepEqual(again.layers.DLTB.at(-1), patches.at(-1))
  assert.notDeepEqual(generateCounty('S', 1).layers.DLTB[1234], patches[1234])
})

test('patches fill the county, its towns and its villages exactly', () => {
  const sum = (rows: { geometry: Ring[][] }[]) => rows.reduce((total, row) => total + polygonArea(row.geometry[0]!), 0)
  const total = sum([county.areas[0]!])
  assert.ok(total > 15e6 && total < 40e6)
  for (const layer of ['DLTB', 'XZQ', 'CJDCQ'] as const)
    assert.ok(Math.abs(sum(county.layers[layer]) - total) < 0.01, layer)
})

test('every edge inside the county is walked once in each direction, every edge of its border once', () => {
  const open = new Map<string, number>()
  for (const { geometry } of patches) {
    for (const ring of geometry[0]!) {
      for (let i = 1; i < ring.length; i++) {
        const [from, to] = [key(ring[i - 1]!), key(ring[i]!)]
        assert.notEqual(from, to)
        assert.ok(!open.has(`${from}>${to}`), `walked twice: ${from} ${to}`)
        open.set(`${from}>${to}`, 1)
      }
    }
  }
  const border = new Set<string>()
  const ring = county.areas[0]!.geometry[0]![0]!
  for (let i = 1; i < ring.length; i++) border.add(`${key(ring[i - 1]!)}>${key(ring[i]!)}`)
  for (const edge of open.keys()) {
    const [from, to] = edge.split('>')
    assert.equal(open.has(`${to}>${from}`), !border.has(edge), edge)
  }
})

test('no ring crosses or touches itself; outer rings run counter-clockwise, holes clockwise', () => {
  for (const { geometry, attributes } of patches) {
    const [outer, ...holes] = geometry[0]!
    for (const ring of geometry[0]!) assert.ok(!selfCrossing(ring), `${attributes.BSM} ${attributes.DLBM}`)
    assert.ok(polygonArea([outer!]) > 0)
    for (const hole of holes) assert.ok(polygonArea([hole]) < 0)
  }
})

test('no patch is below the minimum mapped area of its class', () => {
  const small = patches.filter((p) => polygonArea(p.geometry[0]!) < minimumArea(String(p.attributes.DLBM)))
  assert.deepEqual(
    small.map((p) => [p.attributes.DLBM, Math.round(polygonArea(p.geometry[0]!))]),
    [],
  )
})

test('patch numbers are unique in their village and marks in the county', () => {
  assert.equal(new Set(patches.map((p) => p.attributes.BSM)).size, patches.length)
  assert.equal(new Set(patches.map((p) => `${p.attributes.ZLDWDM} ${p.attributes.TBBH}`)).size, patches.length)
})

test('attributes keep the rules of the survey database', () => {
  for (const { attributes: a } of patches) {
    const cultivated = /^010[123]$/.test(String(a.DLBM))
    assert.equal(a.GDPDJB !== null, cultivated)
    assert.equal(a.GDLX !== null, cultivated && a.GDPDJB !== '1')
    assert.equal(a.KCDLBM !== null, a.KCXS !== null)
    assert.equal(a.ZZSXDM !== null || !cultivated, true)
    assert.equal(a.CZCSXM !== null, /^(0[5-9]|100[45]|1201)/.test(String(a.DLBM)), String(a.DLBM))
    assert.match(`${a.QSDWDM} ${a.ZLDWDM} ${a.BSM}`, /^\d{19} \d{19} \d{18}$/)
    if (a.CZCSXM === '203A') assert.equal(a.DLBM, '0601')
  }
})
