import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plot } from '../../../../kernel/layers/sample-patches.testing.ts'
import { kinship, takesSmallPatches } from './class-rules.ts'
import { insertVertices } from './insert-vertices.ts'
import { mapSheet } from './map-sheet.ts'
import { placePatch } from './place-patch.ts'
import { type JudgedPatch, suspectedViolation } from './suspected-violation.ts'

const patch = (
  id: string,
  area: number,
  DLBM: string,
  beforeClass = '0101',
  planting: string | null = null,
): JudgedPatch => ({
  ...{ id, ordinal: Number(id), area, DLBM, beforeClass, planting },
})
const mark = (...patches: JudgedPatch[]) => {
  const found = suspectedViolation(patches)
  return found && [found.patch, found.violation]
}

test('the largest patch of the range decides; of two equal ones the smaller number', () => {
  assert.deepEqual(mark(patch('1', 100, '0301'), patch('2', 900, '0601')), ['2', 'non-agricultural'])
  assert.deepEqual(mark(patch('2', 500, '0301'), patch('1', 500, '0601')), ['1', 'non-agricultural'])
  assert.equal(mark(), undefined)
})

test('built land is 非农 unless it was built before; farmland without grain is 非粮; grain, rotation and water on wasteland are neither', () => {
  assert.deepEqual(mark(patch('1', 1, '0702', '0703')), ['1', 'non-agricultural'])
  assert.deepEqual(mark(patch('1', 1, '0601', '0702')), ['1', null])
  assert.deepEqual(mark(patch('1', 1, '0201')), ['1', 'non-grain'])
  assert.deepEqual(mark(patch('1', 1, '1104')), ['1', 'non-grain'])
  assert.deepEqual(mark(patch('1', 1, '1202')), ['1', 'non-grain'])
  assert.deepEqual(mark(patch('1', 1, '0103', '0101', 'FLS')), ['1', 'non-grain'])
  assert.deepEqual(mark(patch('1', 1, '0103', '0101', 'LYFL')), ['1', null])
  assert.deepEqual(mark(patch('1', 1, '0301', '0404')), ['1', null])
})

test('a patch lies inside, outside or partly in what is managed, two approvals counting once where they overlap', () => {
  const house = plot(0, 0, 100, 10)
  assert.deepEqual(placePatch(house, []), { place: 'outside', insideShare: 0 })
  assert.deepEqual(placePatch(house, [plot(-5, -5, 60, 20), plot(40, -5, 120, 20)]), {
    place: 'inside',
    insideShare: 1,
  })
  assert.deepEqual(placePatch(house, [plot(0, 0, 50, 10), plot(20, 0, 50, 10)]), { place: 'partly', insideShare: 0.5 })
})

test('a small patch prefers its own class, then its level two, level one, three classes; wetlands go by the table, not by digits', () => {
  assert.deepEqual(
    ['0103', '0103K', '0101', '0201', '0601'].map((other) => kinship('0103', other)),
    [4, 3, 2, 1, 0],
  )
  assert.equal(kinship('1106', '1101'), 1)
  assert.equal(kinship('1106', '0402'), 2)
  assert.deepEqual(['1003', '1006', '1101', '1104', '0702'].map(takesSmallPatches), [false, false, false, true, true])
})

test('a neighbour gets the vertex where a cut ends on its border, in the order of its ring, and only there', () => {
  const [x, y] = plot(0, 0, 100, 100)[0]![0]![0]!
  const points: [number, number][] = [
    [x + 60, y],
    [x + 20, y + 0.00005],
    [x + 50, y + 50],
    [x, y],
  ]
  assert.deepEqual(insertVertices(plot(0, 0, 100, 100), points)![0]![0]!.slice(0, 4), [
    [x, y],
    points[1],
    points[0],
    [x + 100, y],
  ])
  assert.equal(insertVertices(plot(0, 0, 100, 100), [[x + 50, y + 50]]), undefined)
})

test('the map sheet shows range, patches and photos, and a title cannot smuggle anything in', () => {
  const sheet = mapSheet({
    ...{ title: '<script>', subtitle: '监〔2026〕000001', sheetNumber: 'I48G073093', range: plot(0, 0, 50, 50) },
    base: [{ geometry: plot(-50, -50, 100, 100), label: '', fill: '#eee' }],
    patches: [{ geometry: plot(0, 0, 50, 50), label: '0702', fill: '#f00' }],
    photos: [{ position: plot(0, 0, 1, 1)[0]![0]![0]!, azimuth: 90 }],
  })
  assert.ok(
    !sheet.includes('<script>') &&
      sheet.includes('0702') &&
      sheet.includes('rotate(90.0)') &&
      sheet.includes('I48G073093'),
  )
})
