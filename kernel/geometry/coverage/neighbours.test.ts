import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateCounty } from '../../../tools/demo/county.ts'
import { setOf } from '../flat/set-of.ts'
import { EASTING, NORTHING, rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { checkEdgeMatch } from './edge-match.ts'
import { checkNesting } from './nesting.ts'

const close = (corners: Position[]): MultiPolygon => [[[...corners, corners[0]!]]]

test('patches of the demo county lie in their village, villages in their town', () => {
  const county = generateCounty('S')
  const [patches, villages, towns] = (['DLTB', 'CJDCQ', 'XZQ'] as const).map((name) => [...county.features(name)])
  const setFor = (rows: typeof patches) => setOf(rows!.map(({ geometry }) => geometry))
  const code = (rows: typeof patches, k: number, field: string, digits: number) =>
    String(rows![k]!.attributes[field]).slice(0, digits)
  const inVillage = (part: number, whole: number) =>
    code(patches, part, 'ZLDWDM', 12) === code(villages, whole, 'ZLDWDM', 12)
  const inTown = (part: number, whole: number) => code(villages, part, 'ZLDWDM', 9) === code(towns, whole, 'XZQDM', 9)
  assert.deepEqual(checkNesting(setFor(patches), setFor(villages), inVillage), [])
  assert.deepEqual(checkNesting(setFor(villages), setFor(towns), inTown), [])
  const wrong = checkNesting(setFor(patches), setFor(villages), (part, whole) => part !== 7 && inVillage(part, whole))
  assert.deepEqual(
    wrong.map(({ rule, part }) => [rule, part]),
    [['nesting-code', 7]],
  )
})

test('a patch over a border, out of all villages, or within the tolerance of its border', () => {
  const villages = setOf([rectangle(0, 0, 100, 100), rectangle(100, 0, 200, 100)])
  const issues = (geometry: MultiPolygon) =>
    checkNesting(setOf([geometry]), villages, (_, whole) => whole === 0).map(({ rule, measure, wholes }) => [
      rule,
      Math.round(measure * 100) / 100,
      wholes,
    ])
  assert.deepEqual(issues(rectangle(50, 10, 100.0004, 40)), [])
  assert.deepEqual(issues(rectangle(50, 10, 110, 40)), [['nesting-across', 300, [0, 1]]])
  assert.deepEqual(issues(rectangle(90, 90, 100, 120)), [['nesting-outside', 200, [0]]])
  assert.deepEqual(issues(rectangle(150, 10, 160, 20)), [['nesting-code', 100, [1]]])
  assert.deepEqual(issues(rectangle(0, 300, 10, 310)), [['nesting-outside', 100, []]])
})

test('edge match: vertices near the other layer but off it are told, junctions and shared vertices are not', () => {
  const [x, y] = [EASTING, NORTHING]
  const west = setOf([rectangle(x, y, x + 100, y + 50), rectangle(x, y + 50, x + 100, y + 100)])
  const matched = setOf([rectangle(x + 100, y, x + 200, y + 100)])
  assert.deepEqual(checkEdgeMatch(west, matched, 0.5), [])
  const bent = setOf([close([[x + 100, y], [x + 200, y], [x + 200, y + 100], [x + 100.2, y + 100], [x + 100, y + 50]])]) // biome-ignore format: one row
  const issues = checkEdgeMatch(west, bent, 0.5)
  const brief = issues.map(({ at, measure, side, features }) => [at[0] - x, at[1] - y, Math.round(measure * 1000), side, features]) // biome-ignore format: one row
  const rounded = brief.map(([dx, dy, ...rest]) => [Math.round((dx as number) * 10) / 10, dy, ...rest])
  assert.deepEqual(rounded, [
    [100, 100, 200, 'own', [1, 0]],
    [100.2, 100, 200, 'neighbour', [1, 0]],
  ])
  assert.deepEqual(checkEdgeMatch(west, bent, 0.1), [])
  assert.deepEqual(checkEdgeMatch(west, setOf([]), 0.5), [])
})
