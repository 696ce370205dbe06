import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormDefinition } from '../../../../kernel/forms/definition.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import type { Photo } from '../../../../kernel/quality/rules/evidence/evidence.ts'
import { firstTemplates } from '../../templates/seeds.ts'
import { inwardCorners } from './inward-corners.ts'
import type { PatchPhoto } from './kinds-of-patch.ts'
import { type FieldResult, missingOf } from './missing-of.ts'

const template = firstTemplates.find(({ business }) => business === 'fieldwork.annualChange')!
const square: MultiPolygon = [[[[0, 0], [40, 0], [40, 40], [0, 40], [0, 0]]]] // biome-ignore format: one shape
const bent: MultiPolygon = [[[[0, 0], [60, 0], [60, 20], [20, 20], [20, 60], [0, 60], [0, 0]]]] // biome-ignore format: one shape
const now = new Date('2026-11-27T03:00:00Z')

type Taken = Photo & PatchPhoto
let count = 0
const photo = (kind: string | null, [x, y]: Position, azimuth: number | null, patchId: string | null = 'a'): Taken => ({
  ...{ id: `p${++count}`, takenAt: now, position: [x, y], azimuth, pitch: 0, device: 'd', person: 'p' },
  ...{ digest: 'f', storedDigest: 'f', patchId, kind },
})
const around = (kind: string, off = 20) => [
  photo(kind, [20, -off], 0),
  photo(kind, [-off, 20], 90),
  photo(kind, [20, 40 + off], 180),
  photo(kind, [40 + off, 20], 270),
]
const result = (more: Partial<FieldResult>): FieldResult => ({
  ...{ template, range: square, form: null, noEvidence: null },
  window: { from: new Date(0), to: new Date(now.getTime() + 1000) },
  patches: [{ id: 'a', DLBM: '0101', attributes: {}, geometry: square }],
  photos: [...around('far'), ...around('near')],
  ...more,
})
const codes = (more: Partial<FieldResult>) => missingOf(result(more)).map(({ code }) => code.replace('fieldwork.task.submit.', '')) // biome-ignore format: one line

test('three from afar, three close up and all round is enough', () => assert.deepEqual(codes({}), []))

test('no patch, or one without a class, is told where it is mended', () => {
  const [patch] = result({}).patches
  assert.deepEqual(missingOf(result({ patches: [{ ...patch!, DLBM: null }] }))[0]!.place, {
    tab: 'patches',
    patchId: 'a',
  })
  assert.equal(codes({ patches: [] })[0], 'no-patch')
})

test('photos on one side leave a gap, and the place to stand is across', () => {
  const south = Array.from({ length: 3 }, () => [photo('far', [20, -20], 0), photo('near', [20, -10], 0)]).flat()
  const [found] = missingOf(result({ photos: south }))
  assert.equal(found!.code, 'fieldwork.task.submit.angles')
  assert.equal(Math.round(found!.stand!.azimuth), 180)
  assert.ok(found!.stand!.position[1] > 40)
})

test('a photo counts for its kind only from near enough, with a direction, and looking at the patch', () => {
  const fault = (one: Taken) => {
    const [first] = missingOf(
      result({ photos: [...around('far'), photo('near', [20, -10], 0), photo('near', [-10, 20], 90), one] }),
    )
    return first?.params.missing
  }
  assert.equal(fault(photo('near', [20, 50], 180)), undefined)
  assert.equal(fault(photo('near', [20, 120], 180)), 1)
  assert.equal(fault(photo('near', [20, 50], 0)), 1)
})

test('a building is also shown from inside, wherever the camera stood and looked', () => {
  const patches = [{ id: 'a', DLBM: '0702', attributes: {}, geometry: square }]
  assert.deepEqual(codes({ patches }), ['kinds'])
  const photos = [...around('far'), ...around('near'), photo('inside', [500, 500], 10)]
  assert.deepEqual(codes({ patches, photos }), [])
})

test('corners that turn inward are counted whichever way the ring runs, and each wants two photos', () => {
  assert.deepEqual(
    [inwardCorners(square), inwardCorners(bent), inwardCorners([[bent[0]![0]!.toReversed()]])],
    [0, 1, 1],
  )
  const patches = [{ id: 'a', DLBM: '0101', attributes: {}, geometry: bent }]
  const [corner] = missingOf(result({ patches, range: bent })).filter(({ params }) => params.zh === '拐角')
  assert.equal(corner!.params.wanted, 2)
})

test('each patch is asked for its own photos', () => {
  const [first] = result({}).patches
  const east: MultiPolygon = square.map((part) => part.map((ring) => ring.map(([x, y]): Position => [x + 200, y])))
  const patches = [first!, { id: 'b', DLBM: '0101', attributes: {}, geometry: east }]
  const found = missingOf(result({ patches, range: [...square, ...east] }))
  assert.deepEqual([...new Set(found.map(({ place }) => place.patchId))], ['b'])
})

const definition: FormDefinition = {
  ...{ key: 'f', version: 1, title: { zh: '表', en: 'Form' } },
  fields: [{ name: 'what', type: 'text', required: true, title: { zh: '用途', en: 'Use' } }],
}

test('a required field is named, and only where the step may write it', () => {
  const form = (writable: string[]) => ({ definition, values: {}, step: { writable }, around: { today: '2026-11-27', knowsCode: () => true } }) // biome-ignore format: one line
  const [found] = missingOf(result({ form: form(['what']) }))
  assert.deepEqual([found!.params.fieldZh, found!.place], ['用途', { tab: 'form', field: 'what' }])
  assert.deepEqual(codes({ form: form([]) }), [])
})

test('who could not get there says why, and is asked for no photo', () => {
  assert.deepEqual(codes({ photos: [], noEvidence: 'WFDD' }), [])
  assert.ok(codes({ photos: [], noEvidence: null }).includes('kinds'))
})
