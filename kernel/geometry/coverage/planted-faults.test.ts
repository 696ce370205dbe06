import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateCounty } from '../../../tools/demo/county.ts'
import { SetBuilder } from '../flat/set-builder.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { planarArea } from '../measures/planar-area.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import type { MultiPolygon, Position, Ring } from '../types.ts'
import { checkSet } from './check-set.ts'
import type { SetIssue } from './issue.ts'

const LIMITS = { sliverArea: 10, narrowRatio: 4, acuteAngle: 10, minimumArea: () => 0 }

const check = (geometries: MultiPolygon[]): SetIssue[] => {
  const builder = new SetBuilder()
  for (const geometry of geometries) builder.add(geometry)
  return checkSet(builder.finish(), LIMITS, builder.notices)
}

const square = ([x, y]: Position, half: number): Ring => [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half], [x - half, y - half]] // biome-ignore format: one row

/** A place with so much of the feature all round it, or undefined. */
function roomIn(geometry: MultiPolygon, half: number): Position | undefined {
  const at = pointOnSurface(geometry)!
  const [x, y] = [Math.round(at[0]), Math.round(at[1])]
  const clear = geometry.flat(2).every(([vx, vy]) => Math.hypot(vx - x, vy - y) > 8 * half)
  return clear && geometry.length === 1 && geometry[0]!.length === 1 && planarArea(geometry) > 2000 ? [x, y] : undefined
}

type Planted = { rule: SetIssue['rule']; features: number[]; measure?: number }

/** Each takes a patch k of the layer, spoils it and says what the check must find; undefined where it cannot be done. */
const kinds: ((layer: MultiPolygon[], k: number) => Planted[] | undefined)[] = [
  // a patch laid over
  (layer, k) => {
    const at = roomIn(layer[k]!, 3)
    return at && [{ rule: 'overlap', features: [k, layer.push([[square(at, 3)]]) - 1], measure: 36 }]
  },
  // a hole that nothing fills
  (layer, k) => {
    const at = roomIn(layer[k]!, 2)
    if (at) layer[k] = [[layer[k]![0]![0]!, square(at, 2).reverse()]]
    return at && [{ rule: 'gap', features: [k], measure: 16 }]
  },
  // the same patch again
  (layer, k) => [{ rule: 'duplicate', features: [k, layer.push(layer[k]!) - 1] }],
  // a sliver cut out of it
  (layer, k) => {
    const at = roomIn(layer[k]!, 1)
    if (!at) return undefined
    layer[k] = [[layer[k]![0]![0]!, square(at, 1).reverse()]]
    return [{ rule: 'sliver', features: [layer.push([[square(at, 1)]]) - 1], measure: 4 }]
  },
  // a vertex twice
  (layer, k) => {
    const [outer, ...holes] = layer[k]![0]!
    layer[k] = [[[...outer!.slice(0, 2), outer![1]!, ...outer!.slice(2)], ...holes]]
    return [{ rule: 'repeated-vertex', features: [k], measure: 0 }]
  },
  // a spike of 0.5 m out of the middle of the longest edge
  (layer, k) => {
    const [outer, ...holes] = layer[k]![0]!
    const length = (i: number) => Math.hypot(outer![i + 1]![0] - outer![i]![0], outer![i + 1]![1] - outer![i]![1])
    const longest = outer!.slice(1).reduce((best, _, i) => (length(i) > length(best) ? i : best), 0)
    const [[ax, ay], [bx, by]] = [outer![longest]!, outer![longest + 1]!]
    const foot: Position = [(ax + bx) / 2, (ay + by) / 2]
    const tip: Position = [foot[0] + (by - ay) / (2 * length(longest)), foot[1] - (bx - ax) / (2 * length(longest))]
    layer[k] = [[[...outer!.slice(0, longest + 1), foot, tip, foot, ...outer!.slice(longest + 1)], ...holes]]
    return [{ rule: 'spike', features: [k] }]
  },
]

const inOrder = <T extends { rule: string; features: number[] }>(issues: T[]) =>
  issues.map(({ rule, features }) => `${rule} ${features}`).sort()

test('faults planted all over the demo county are found, all of them and nothing else', (t) => {
  const sound = Array.from(generateCounty('S').features('DLTB'), ({ geometry }) => geometry)
  const before = check(sound)
  assert.deepEqual(before.filter(({ rule }) => rule !== 'acute-angle'), []) // biome-ignore format: one row
  const layer = [...sound]
  const planted: Planted[] = []
  const spoiled = new Set<number>()
  for (let k = 3, kind = 0; k < sound.length; k += 7) {
    // Acute corners stay where they are only if nothing is done to them.
    if (before.some(({ features }) => features[0] === k) || boundingBox(sound[k]!).some((side) => !Number.isFinite(side))) continue // biome-ignore format: one row
    const found = kinds[kind % kinds.length]!(layer, k)
    kind++
    if (!found) continue
    planted.push(...found)
    spoiled.add(k)
  }
  const issues = check(layer)
  assert.ok(planted.length > 250)
  assert.deepEqual(inOrder(issues), inOrder([...before, ...planted]))
  for (const { rule, features, measure } of planted) {
    const issue = issues.find((each) => each.rule === rule && each.features.join() === features.join())!
    if (measure !== undefined) assert.ok(Math.abs(issue.measure - measure) < 0.01, `${rule}: ${issue.measure}`)
  }
  t.diagnostic(`${planted.length} faults in ${spoiled.size} patches`)
})
