import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { declinationAt } from './declination.ts'

/** Test values published with the model: to a hundredth of a degree. */
const published = readFileSync(new URL('./wmm-2025-values.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number) as [year: number, km: number, latitude: number, longitude: number, declination: number]) // biome-ignore format: one row

const instantOf = (year: number) => {
  const [from, to] = [Date.UTC(Math.floor(year), 0), Date.UTC(Math.floor(year) + 1, 0)]
  return new Date(from + (year % 1) * (to - from))
}

test('declination agrees with every test value published with the World Magnetic Model 2025', () => {
  assert.equal(published.length, 100)
  for (const [year, km, latitude, longitude, declination] of published) {
    const found = declinationAt([longitude, latitude], km * 1000, instantOf(year))!
    assert.ok(Math.abs(found - declination) <= 0.0051, `${year} ${latitude} ${longitude}: ${found}, not ${declination}`)
  }
})

test('outside the five years of the model, and at a pole, nothing is claimed', () => {
  assert.equal(declinationAt([108, 33], 500, new Date('2030-01-01T00:00:00Z')), undefined)
  assert.equal(declinationAt([108, 33], 500, new Date('2024-12-31T00:00:00Z')), undefined)
  assert.equal(declinationAt([0, 90], 0, new Date('2026-06-01T00:00:00Z')), undefined)
})
