import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { type Act, afterAct, beginDrawing, type Drawing } from './after-act.ts'

// Function points: SH123
const at = (x: number, y: number): Position => [36_478_000 + x, 3_650_000 + y]
const range = [[[at(0, 0), at(60, 0), at(60, 60), at(0, 60), at(0, 0)]]]
const point = (x: number, y: number): Act => ({ type: 'point', at: at(x, y) })
const after = (drawing: Drawing, ...acts: Act[]) => acts.reduce(afterAct, drawing)
const areas = ({ history }: Drawing) => history.now.shapes.map(({ geometry }) => Math.round(planarArea(geometry)))

const blank = beginDrawing({ shapes: [], range }, 'draw')
const whole = after(blank, point(0, 0), point(60, 0), point(60, 60), point(0, 60), { type: 'finish' })

test('Ma draws a patch, cuts it, takes the cut back and does it again, melts both', () => {
  assert.deepEqual([areas(whole), whole.tool, whole.selected.length], [[3600], 'choose', 1])
  const cut = after(whole, { type: 'tool', tool: 'split' }, point(30, -5), point(30, 65), { type: 'finish' })
  assert.deepEqual(areas(cut), [1800, 1800])
  assert.deepEqual(areas(after(cut, { type: 'undo' })), [3600])
  assert.deepEqual(areas(after(cut, { type: 'undo' }, { type: 'redo' })), [1800, 1800])
  const both = after(cut, { type: 'select', at: at(15, 30) }, { type: 'select', at: at(45, 30) })
  assert.equal(both.selected.length, 2)
  assert.deepEqual(areas(after(both, { type: 'merge' })), [3600])
  assert.deepEqual(areas(after(both, { type: 'remove' })), [])
})

test('what is refused leaves the line to be mended, and says why', () => {
  const short = after(whole, { type: 'tool', tool: 'split' }, point(20, 20), point(40, 40), { type: 'finish' })
  assert.deepEqual([short.said?.key, short.said?.isRefusal, short.line.length], ['field.draw.no-cut', true, 2])
  const longer = after(short, { type: 'line', line: [at(-5, 30), at(65, 30)] }, { type: 'finish' })
  assert.deepEqual(areas(longer), [1800, 1800])
  const unsure = after(longer, { type: 'select', at: at(500, 500) }, { type: 'tool', tool: 'hole' })
  assert.deepEqual([unsure.said?.key, unsure.tool], ['field.draw.choose-one', 'choose'])
})

test('what was cut away is told with how much, and tapping beside everything takes nothing up', () => {
  const over = after(blank, point(30, 0), point(90, 0), point(90, 60), point(30, 60), { type: 'finish' })
  assert.deepEqual([areas(over), over.said?.params?.area, over.said?.isRefusal], [[1800], '1800.00', false])
  assert.deepEqual(after(over, { type: 'select', at: at(5, 5) }).selected, [])
  assert.equal(after(blank, point(1, 1), point(2, 2), { type: 'unpoint' }).line.length, 1)
})
