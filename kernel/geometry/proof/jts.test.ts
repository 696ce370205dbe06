import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { simplify } from '../edit/simplify.ts'
import { simplifyCoverage } from '../edit/simplify-coverage.ts'
import { centroid } from '../measures/centroid.ts'
import { containsPoint, sideOfRing } from '../measures/contains-point.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import { repairPolygon } from '../repair/repair.ts'
import { sharedPath } from '../shared-files.testing.ts'
import type { MultiPolygon } from '../types.ts'
import { type JtsOperation, jtsOperations } from './jts-cases.testing.ts'
import { DIFFERENCES } from './jts-differences.testing.ts'
import { type Family, familyOf } from './jts-families.testing.ts'
import { overlayBy, relationBy } from './jts-operations.testing.ts'
import { assertSameArea, scaled, widening } from './same-area.testing.ts'
import { parseWkt } from './wkt.testing.ts'

const JTS = sharedPath('fixtures/oracles/jts_testxml')
const skip = { skip: JTS.skip }
const operations = JTS.skip ? [] : jtsOperations(JTS.path)

const nameOf = ({ file, description, name, argument }: JtsOperation) =>
  [file, description, name, argument].filter(Boolean).join(' · ')

/** Runs a family, without those whose difference is known and explained; all that fail are shown together. */
function compare(t: TestContext, family: Family, check: (operation: JtsOperation, geometries: MultiPolygon[]) => void) {
  const failed: string[] = []
  let agreed = 0
  const differences = new Map(DIFFERENCES.map(({ operation, why }) => [operation, why]))
  for (const operation of operations) {
    const sorted = familyOf(operation)
    if (!('family' in sorted) || sorted.family !== family) continue
    const name = nameOf(operation)
    try {
      check(operation, operation.operands.map(({ areas }) => areas)) // biome-ignore format: one row
      if (differences.has(name)) failed.push(`${name}: agrees now; take it off the list of differences`)
      agreed++
    } catch (error) {
      if (differences.has(name)) t.diagnostic(`${name}: ${differences.get(name)}`)
      else failed.push(`${name}: ${(error as Error).message}`)
    }
  }
  assert.deepEqual(failed, [])
  t.diagnostic(`${agreed} agree`)
}

test('overlay of areas agrees with the JTS cases', skip, (t) => {
  compare(t, 'overlay', ({ name, scale, expected, file, description }, areas) => {
    const wanted = parseWkt(expected)!.areas
    // A case with a precision model of its own is set on our grid: one of its units becomes one cell.
    const by = scale === undefined ? widening([...areas, wanted]) : 1e-4 * scale
    const found = overlayBy(name, areas.map((geometry) => scaled(geometry, by))) // biome-ignore format: one row
    assertSameArea(found, scaled(wanted, by), `${file} ${name} ${description}`)
  })
})

test('areas that JTS finds valid need no repair, those it finds invalid do', skip, (t) => {
  const harmless = ['multipart', 'ring-direction', 'repeated-vertex']
  compare(t, 'validity', ({ expected }, [geometry]) => {
    if (geometry!.length === 0) return
    const outcome = repairPolygon(geometry!)
    const sound = !('rejected' in outcome) && outcome.repairs.every(({ kind }) => harmless.includes(kind))
    assert.equal(sound, expected === 'true', JSON.stringify(outcome).slice(0, 200))
  })
})

test('relations of two areas agree with the JTS cases', skip, (t) => {
  compare(t, 'relation', ({ name, argument, expected }, areas) => {
    assert.equal(relationBy(name, areas, argument), expected === 'true')
  })
})

test('centroids of areas agree with the JTS cases', skip, (t) => {
  compare(t, 'centroid', ({ expected }, [geometry]) => {
    const [x, y] = centroid(geometry!) ?? [Number.NaN, Number.NaN]
    const [wantedX, wantedY] = parseWkt(expected)!.point ?? [Number.NaN, Number.NaN]
    if (Number.isNaN(wantedX!)) assert.ok(Number.isNaN(x))
    else assert.ok(Math.hypot(x - wantedX!, y - wantedY!) < 1e-9, `${[x, y]}`)
  })
})

test('label points lie in the interior of every area of the JTS cases', skip, (t) => {
  compare(t, 'label point', (_, [geometry]) => {
    const point = pointOnSurface(geometry!)
    if (!point) return assert.equal(geometry!.length, 0)
    assert.ok(containsPoint(geometry!, point))
    assert.ok(geometry!.flat().every((ring) => sideOfRing(ring, point) !== 0))
  })
})

test('simplified areas agree with the JTS cases; where topology is kept, in their rings', skip, (t) => {
  compare(t, 'simplification', ({ name, argument, expected }, [geometry]) => {
    const wanted = parseWkt(expected)!.areas
    if (name === 'simplifydp') return assertSameArea(simplify(geometry!, Number(argument)), wanted, argument!)
    const [simple] = simplifyCoverage([geometry!], Number(argument))
    assert.deepEqual(simple!.map((polygon) => polygon.length), wanted.map((polygon) => polygon.length)) // biome-ignore format: one row
    assert.ok(simple!.length === 0 || 'geometry' in repairPolygon(simple!))
  })
})

test('every other operation of the JTS files is left out for a stated reason', skip, (t) => {
  const reasons = new Map<string, number>()
  for (const operation of operations) {
    const sorted = familyOf(operation)
    const reason = 'family' in sorted ? `compared: ${sorted.family}` : sorted.leftOut
    assert.ok(reason !== 'compared: undefined', nameOf(operation))
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) t.diagnostic(`${count} ${reason}`)
  assert.equal([...reasons.values()].reduce((a, b) => a + b, 0), operations.length) // biome-ignore format: one row
  assert.ok(operations.length > 7000)
})
