import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nearestOnSegment } from '../../../../../kernel/geometry/edit/nearest-on-segment.ts'
import { planarArea } from '../../../../../kernel/geometry/measures/planar-area.ts'
import { intersection } from '../../../../../kernel/geometry/overlay/intersection.ts'
import type { MultiPolygon, Position } from '../../../../../kernel/geometry/types.ts'
import { placeToPlane } from '../../../../../modules/fieldwork/rules/plane.ts'
import { fillGaps, gapsIn } from './fill-gaps.ts'
import { begin, redo, step, undo } from './history.ts'
import {
  addCorner,
  addShape,
  cutHole,
  type Edited,
  mergeShapes,
  moveCorner,
  removeCorner,
  type Sheet,
  splitShape,
} from './sheet.ts'
import { SnapGround } from './snap.ts'
import { typedPlace } from './typed-place.ts'
import { walkOn } from './walk.ts'

// Function points: SH101 SH123 SH125
const EAST = 36_478_000
const NORTH = 3_650_000
const at = (x: number, y: number): Position => [EAST + x, NORTH + y]
const plot = (x0: number, y0: number, x1: number, y1: number): MultiPolygon => [
  [[at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1), at(x0, y0)]],
]
const range = plot(0, 0, 100, 100)
const blank: Sheet = { shapes: [], range }
const made = (edited: Edited): Sheet => {
  assert.ok('sheet' in edited, 'refused' in edited ? edited.refused : '')
  return edited.sheet
}
const refused = (edited: Edited) => ('refused' in edited ? edited.refused : undefined)
const areas = ({ shapes }: Sheet) => shapes.map(({ geometry }) => Math.round(planarArea(geometry) * 100) / 100)
const counter = () => {
  let n = 0
  return () => `new-${++n}`
}

const place = fc.tuple(fc.double({ min: -20, max: 120, noNaN: true }), fc.double({ min: -20, max: 120, noNaN: true })).map(([x, y]) => at(x, y)) // biome-ignore format: one row

test('a finger near a corner gets the corner to the last bit, near an edge the nearest place on it, else itself', () =>
  fc.assert(
    fc.property(place, fc.double({ min: 0.1, max: 10, noNaN: true }), (finger, tolerance) => {
      const rings = [range, plot(30, 30, 60, 70)].flat(2)
      const { at: found, kind } = new SnapGround([range, plot(30, 30, 60, 70)]).snap(finger, tolerance)
      const away = Math.hypot(found[0] - finger[0], found[1] - finger[1])
      const corners = rings.flat().map((each) => Math.hypot(each[0] - finger[0], each[1] - finger[1]))
      const edges = rings.flatMap((ring) => ring.slice(1).map((b, i) => nearestOnSegment(finger, ring[i]!, b).distance))
      if (Math.min(...corners) <= tolerance) {
        assert.equal(kind, 'corner')
        assert.ok(rings.flat().some((each) => each[0] === found[0] && each[1] === found[1]))
        assert.ok(Math.abs(away - Math.min(...corners)) < 1e-6)
      } else if (Math.min(...edges) <= tolerance) {
        assert.equal(kind, 'edge')
        assert.ok(Math.abs(away - Math.min(...edges)) < 1e-6)
      } else assert.deepEqual([kind, away], ['free', 0])
    }),
  ))

test('wherever a plot is drawn, it stays in the range, on nobody else’s ground, and what was cut is told', () =>
  fc.assert(
    fc.property(fc.array(fc.array(place, { minLength: 3, maxLength: 7 }), { minLength: 1, maxLength: 5 }), (lines) => {
      let sheet = blank
      for (const [k, line] of lines.entries()) {
        const edited = addShape(sheet, line, String(k))
        if ('sheet' in edited) sheet = edited.sheet
      }
      const total = sheet.shapes.reduce((sum, { geometry }) => sum + planarArea(intersection(geometry, range)), 0)
      assert.ok(Math.abs(total - areas(sheet).reduce((sum, area) => sum + area, 0)) < 0.5)
      for (const [k, a] of sheet.shapes.entries())
        for (const b of sheet.shapes.slice(k + 1)) assert.ok(planarArea(intersection(a.geometry, b.geometry)) < 0.1)
    }),
    { numRuns: 60 },
  ))

test('however a plot is cut, its parts make it up, and merged again they are it', () =>
  fc.assert(
    fc.property(place, place, (from, to) => {
      const sheet: Sheet = { shapes: [{ id: 'a', geometry: range }], range }
      const edited = splitShape(sheet, 'a', [from, to], counter())
      if (!('sheet' in edited)) return
      const { shapes } = edited.sheet
      assert.ok(shapes.length > 1 && shapes[0]!.id === 'a' && shapes.slice(1).every((each) => each.from === 'a'))
      assert.ok(Math.abs(areas(edited.sheet).reduce((sum, area) => sum + area, 0) - 10_000) < 0.1)
      const whole = mergeShapes(edited.sheet, shapes.map(({ id }) => id)) // biome-ignore format: one row
      assert.ok(Math.abs(areas(made(whole))[0]! - 10_000) < 0.1)
    }),
    { numRuns: 100 },
  ))

test('Ma draws two plots side by side; a corner they share moves for both, and not over the border', () => {
  const two = made(addShape(made(addShape(blank, [at(0, 0), at(50, 0), at(50, 100), at(0, 100)], 'a')), [at(40, 0), at(100, 0), at(100, 100), at(40, 100)], 'b')) // biome-ignore format: one row
  assert.deepEqual(areas(two), [5000, 5000])
  const moved = made(moveCorner(two, at(50, 0), at(60, 0)))
  assert.deepEqual(areas(moved), [5500, 4500])
  assert.equal(refused(moveCorner(two, at(100, 0), at(130, -30))), 'field.draw.outside')
  assert.equal(refused(moveCorner(two, at(0, 0), at(90, 90))), 'field.draw.crosses-itself')
  const bent = made(addCorner(two, at(50, 0), at(50, 100), at(55, 50)))
  assert.deepEqual(areas(bent), [5250, 4750])
  assert.deepEqual(areas(made(removeCorner(bent, at(55, 50)))), [5000, 5000])
})

test('what was cut away is said; nothing on others’ ground is refused; a line that cuts nothing is refused', () => {
  const first = made(addShape(blank, [at(0, 0), at(50, 0), at(50, 100), at(0, 100)], 'a'))
  const second = addShape(first, [at(40, 0), at(140, 0), at(140, 100), at(40, 100)], 'b')
  assert.ok('told' in second && Math.abs(second.told!.area - 5000) < 0.01)
  assert.equal(refused(addShape(first, [at(10, 10), at(20, 10), at(20, 20)], 'c')), 'field.draw.nothing-left')
  assert.equal(refused(addShape(first, [at(60, 10), at(70, 10), at(80, 10)], 'c')), 'field.draw.no-area')
  assert.equal(refused(splitShape(first, 'a', [at(10, 50), at(40, 50)], counter())), 'field.draw.no-cut')
  assert.equal(refused(mergeShapes(first, ['a'])), 'field.draw.choose-more')
})

test('a hole is taken out, and not where there is no plot', () => {
  const first = made(addShape(blank, [at(0, 0), at(50, 0), at(50, 100), at(0, 100)], 'a'))
  assert.deepEqual(areas(made(cutHole(first, 'a', [at(10, 10), at(20, 10), at(20, 20), at(10, 20)]))), [4900])
  assert.equal(refused(cutHole(first, 'a', [at(60, 10), at(70, 10), at(70, 20)])), 'field.draw.hole-outside')
})

test('a gap a hand wide between two plots is found and given to the one beside it', () => {
  const first = made(addShape(blank, [at(0, 0), at(50, 0), at(50, 100), at(0, 100)], 'a'))
  const two = made(addShape(first, [at(50.4, 0), at(100, 0), at(100, 100), at(50.4, 100)], 'b'))
  assert.equal(gapsIn(two).length, 1)
  const filled = made(fillGaps(two))
  assert.equal(
    areas(filled).reduce((sum, area) => sum + area, 0),
    10_000,
  )
  assert.equal(refused(fillGaps(filled)), 'field.draw.no-gap')
})

test('what was done is taken back and done again; a new step forgets what was taken back', () => {
  const done = [1, 2, 3].reduce((history, n) => step(history, n), begin(0))
  assert.equal(undo(undo(done)).now, 1)
  assert.equal(redo(undo(done)).now, 3)
  assert.equal(redo(step(undo(done), 9)).now, 9)
  assert.equal(undo(begin(0)).now, 0)
})

test('coordinates are taken as people type them, in degrees or metres, in either order', () => {
  const here = placeToPlane([107.765, 32.98])
  for (const text of [
    '107.765, 32.98',
    '32.98 107.765',
    '东经107.765，北纬32.98',
    here.join(' '),
    `${here[1]}，${here[0]}`,
    `${here[0] - 36e6},${here[1]}`,
  ]) {
    // biome-ignore format: one row
    const found = typedPlace(text)!
    assert.ok(Math.hypot(found[0] - here[0], found[1] - here[1]) < 0.01, text)
  }
  for (const text of ['', '12', '1 2 3', '999, 5', 'abc']) assert.equal(typedPlace(text), undefined, text)
})

test('walking the border takes fixes that are good enough and far enough apart, and says why it takes none', () => {
  const start = walkOn([], { at: at(0, 0), accuracy: 4 })
  assert.equal(start.line.length, 1)
  assert.equal(walkOn(start.line, { at: at(1, 0), accuracy: 4 }).line.length, 1)
  assert.equal(walkOn(start.line, { at: at(6, 0), accuracy: 4 }).line.length, 2)
  assert.deepEqual(walkOn(start.line, { at: at(50, 0), accuracy: 25 }), { line: [at(0, 0)], refused: 'inaccurate' })
})
