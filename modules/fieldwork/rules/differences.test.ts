import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { COMPARED, differencesOn, type Held } from './differences.ts'

type Box = [number, number, number, number]
const at = (layer: string, box: Box, attributes = {}): Held => ({ layer, attributes, geometry: plot(...box) })
const land = (DLBM: string, box: Box) => at('DLTB', box, { DLBM })
const shape = plot(0, 0, 100, 100)
const all = () => true
const told = (features: Held[], isHeld = all as (layer: string) => boolean) =>
  differencesOn(shape, features, isHeld).map(({ code, area, classes }) => [code, Math.round(area), classes])

// Function points: SH122
test('SH122 houses the survey shows and nobody has approved, and approved land that is still a field', () => {
  const survey = [land('0702', [0, 0, 50, 100]), land('0101', [50, 0, 150, 100])]
  assert.deepEqual(told(survey), [['unapproved', 5000, ['0702']]])
  assert.deepEqual(told([...survey, at('NZYPW', [0, 0, 50, 60])]), [['unapproved', 2000, ['0702']]])
  assert.deepEqual(told([...survey, at('ZD', [-10, -10, 60, 110])]), [], 'registered parcels count as known')
  assert.deepEqual(told([...survey, at('NZYPW', [0, 0, 70, 100])]), [['not-built', 2000, ['0101']]])
})

test('SH122 built on basic farmland or within the red line, a house where the survey sees a field', () => {
  const survey = [land('0601', [0, 0, 40, 40]), land('0103', [40, 0, 100, 100]), land('1006', [0, 40, 40, 100])]
  const known = at('ZD', [0, 0, 40, 40])
  assert.deepEqual(told([...survey, known, at('YJJBNT', [30, 0, 100, 100])]), [['built-in-basic-farmland', 400, ['0601']]]) // biome-ignore format: one row
  assert.deepEqual(told([...survey, known, at('STBHHX', [0, 0, 100, 10])]), [['built-in-red-line', 400, ['0601']]])
  const house = at('ZRZ', [35, 50, 55, 60])
  assert.deepEqual(told([...survey, known, house]), [['house-on-farmland', 200, ['0103', '1006']]])
})

test('SH122 a hand’s breadth along a border is no difference; of layers that are not held nothing is said', () => {
  const survey = [land('0702', [0, 0, 50, 100]), land('0101', [50, 0, 100, 100])]
  assert.deepEqual(told([...survey, at('NZYPW', [0, 0, 50.15, 100])]), [])
  assert.deepEqual(
    told(survey, (layer) => layer !== 'ZD'),
    [],
  )
  assert.deepEqual(
    told(survey, (layer) => layer !== 'DLTB'),
    [],
  )
  assert.ok(COMPARED.includes('DLTB') && COMPARED.includes('ZRZ'))
})
