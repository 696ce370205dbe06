import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { readDelivery } from '../../kernel/formats/read-delivery.ts'
import { changed, changedLand } from './changed-land.ts'
import { SPOILS } from './clue-broken.ts'
import { generateClues } from './clues.ts'
import { generateCounty } from './county.ts'

const county = generateCounty('S')
const quarter = generateClues(county)
const { clues, truth } = quarter

test('a quarter has sixty clues of every kind and every breakage', () => {
  assert.equal(clues.length, 60)
  const kinds = new Set(truth.map((row) => row.kind))
  for (const kind of [
    'approved',
    'suspect',
    'farmland',
    'already-surveyed',
    'near-surveyed',
    'partial',
    'expired',
    'case',
    'free',
    'outside',
  ])
    assert.ok(kinds.has(kind as never), kind)
  assert.deepEqual(new Set(truth.map((row) => row.broken).filter((b) => b !== null)), new Set(Object.keys(SPOILS)))
})

test('the same county and quarter give the same delivery to the byte', () => {
  assert.deepEqual(generateClues(generateCounty('S')).delivery(), quarter.delivery())
})

test('an approved clue is lawful and names its approval; a suspect one has none', () => {
  for (const row of truth.filter((r) => r.expectedReport !== 'rejected')) {
    if (row.kind === 'approved')
      assert.deepEqual([row.expectedConclusion, row.approvals.length, row.unmanagedArea], ['lawful', 1, 0])
    if (['suspect', 'expired', 'case'].includes(row.kind))
      assert.deepEqual([row.expectedConclusion, row.approvals.length], ['suspect', 0])
    if (row.kind === 'partial') assert.deepEqual([row.expectedConclusion, row.approvals.length], ['manual', 1])
    if (row.kind === 'farmland') assert.ok(row.farmlandArea > 0.6 * row.area && row.expectedConclusion !== 'lawful')
    if (row.kind === 'free') assert.deepEqual([row.expectedConclusion, row.farmlandArea], ['lawful', 0])
  }
})

test('a clue over half of a surveyed range is linked to it, one just under half is not', () => {
  const surveyed = new Map(quarter.surveyed.map((range) => [range.JCBH, range]))
  for (const row of truth) {
    if (row.kind === 'already-surveyed') assert.ok(surveyed.has(row.linkedTo!) && row.linkShares!.ofClue > 0.55)
    if (row.kind === 'near-surveyed')
      assert.ok(row.linkedTo === null && row.linkShares!.ofClue > 0.35 && row.linkShares!.ofClue < 0.5)
  }
})

test('areas of one clue fit: basic farmland within farmland, farmland within the clue', () => {
  for (const row of truth) {
    assert.ok(row.basicFarmlandArea <= row.farmlandArea + 0.01 && row.farmlandArea <= row.area + 0.01, row.JCBH)
    assert.ok(row.unmanagedArea >= -0.01 && row.unmanagedArea <= row.area)
  }
})

test('the delivery is a GBK shapefile without .cpg that keeps every digit', async () => {
  const zip = quarter.delivery()
  assert.deepEqual(
    Object.keys(unzipSync(zip)).map((name) => name.slice(-4)),
    ['.shp', '.shx', '.dbf', '.prj'],
  )
  const delivery = await readDelivery({ name: 'clues.zip', bytes: zip })
  assert.deepEqual([delivery.encoding.name, delivery.crs.epsg, delivery.rows.length], ['gbk', 4524, 60])
  assert.equal(delivery.rows[0]!.attributes.XZQMC, '云栖县')
  delivery.rows.forEach((row, i) => {
    if (truth[i]!.broken) return
    const sent = new Set(clues[i]!.geometry![0]![0]!.map(String))
    assert.ok(row.geometry![0]![0]!.every((p) => sent.has(String(p))))
  })
})

test('what changed can be painted: the new class inside a clue, nothing elsewhere', () => {
  const classAt = changed(changedLand(quarter))
  const sound = truth.findIndex((row) => row.kind === 'approved')
  const ring = clues[sound]!.geometry![0]![0]!.slice(0, -1)
  const [x, y] = [0, 1].map((k) => ring.reduce((sum, p) => sum + p[k]!, 0) / ring.length) as [number, number]
  assert.equal(classAt(x, y), truth[sound]!.expectedNewClass)
  assert.equal(classAt(36400000, 3650000), undefined)
})
