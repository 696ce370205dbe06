import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { uploadBatch } from '../../modules/landuse/actions/upload-batch.ts'
import { demoCounty, loadCounty, officer, runBatch, surveyedBefore } from '../../modules/landuse/county.testing.ts'
import type { TruthRow } from '../../tools/demo/clue-row.ts'
import { generateClues, type QuarterOfClues } from '../../tools/demo/clues.ts'
import { act, testFiles } from '../act.ts'
import { inRollback } from '../harness.ts'

type Found = {
  row: number
  state: string
  conclusion: string | null
  linked: string | null
  area: number | null
  farmland: number | null
  basicFarmland: number | null
  redline: number | null
  range: number | null
}

/** The usual quarter has every kind of clue; the large one, with other places, more of each. */
const quarters = [{}, { count: 300, seed: 7 }]

test('quarters of clues on the demo county are screened as the truth files say', () =>
  inRollback(async (trx) => {
    const county = demoCounty('S')
    await loadCounty(trx, county)
    const person = await officer(trx, '林志远')
    await surveyedBefore(trx, generateClues(county), person)
    const pairs: Pair[] = []
    for (const options of quarters) {
      const quarter = generateClues(county, options)
      const found = await process(trx, person, quarter)
      pairs.push(...quarter.truth.map((truth) => ({ truth, found: found[truth.row - 1]! })))
    }
    assertConclusions(pairs)
    assertReports(pairs)
    assertLinks(pairs)
    assertAreas(pairs)
  }))

async function process(trx: Trx, person: Person, quarter: QuarterOfClues): Promise<Found[]> {
  const { digest } = await testFiles.put(quarter.delivery())
  const delivery = { fileDigest: digest, fileName: 'JCTB.zip', source: 'monitoring', period: '2026Q3' } as const
  const { batchId } = await act(trx, person, uploadBatch, delivery)
  await runBatch(trx, person, batchId)
  return findings(trx, batchId)
}

type Pair = { truth: TruthRow; found: Found }

async function findings(trx: Trx, batch: string): Promise<Found[]> {
  const { rows } =
    await sql<Found>`select r.row, r.state, c.conclusion, l.source_number as linked, c.area_planar as area,
      c.farmland_area as farmland, c.basic_farmland_area as "basicFarmland", c.redline_area as redline,
      coalesce((select sum(area_planar) from landuse_range g where g.clue = c.id), 0)
        + coalesce((select sum((d ->> 'area')::numeric) from jsonb_array_elements(c.dropped) d), 0) as range
    from landuse_row r left join landuse_clue c on c.batch = r.batch and c.row = r.row
      left join landuse_clue l on l.id = c.linked_clue
    where r.batch = ${batch} order by r.row`.execute(trx)
  return rows
}

/** Agreement by kind of clue, then precision and recall of each conclusion. */
function assertConclusions(pairs: Pair[]): void {
  for (const [kind, of] of Map.groupBy(pairs, ({ truth }) => truth.kind)) {
    const right = of.filter(({ truth, found }) => truth.expectedConclusion === found.conclusion)
    console.log(`${kind.padEnd(18)} ${right.length}/${of.length}`)
    for (const { truth, found } of of) {
      if (truth.expectedConclusion !== found.conclusion) console.log('  ', JSON.stringify({ truth, found }))
    }
  }
  for (const conclusion of ['lawful', 'suspect', 'manual']) {
    const said = pairs.filter(({ found }) => found.conclusion === conclusion)
    const true_ = pairs.filter(({ truth }) => truth.expectedConclusion === conclusion)
    const both = said.filter(({ truth }) => truth.expectedConclusion === conclusion)
    const [precision, recall] = [both.length / said.length, both.length / true_.length]
    console.log(`${conclusion.padEnd(18)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}`)
    assert.ok(precision >= 0.98 && recall >= 0.98, conclusion)
  }
}

function assertReports(pairs: Pair[]): void {
  const wrong = pairs.filter(({ truth, found }) => truth.expectedReport !== found.state)
  assert.deepEqual(wrong, [], 'accepted, repaired and rejected rows')
}

function assertLinks(pairs: Pair[]): void {
  const wrong = pairs.filter(
    ({ truth, found }) => truth.expectedReport !== 'rejected' && truth.linkedTo !== found.linked,
  )
  assert.deepEqual(wrong, [], 'links to clues surveyed this year')
}

/** The generator measures in its own way: planar, so the ellipsoidal numbers may differ by the scale of the zone. */
function assertAreas(pairs: Pair[]): void {
  for (const { truth, found } of pairs) {
    if (truth.expectedReport === 'rejected') continue
    const near = (mine: number | null, theirs: number, what: string) =>
      assert.ok(
        Math.abs((mine ?? 0) - theirs) <= 0.5 + 0.001 * theirs,
        `${what} of row ${truth.row}: ${mine} ≠ ${theirs}`,
      )
    near(found.area, truth.area, 'area')
    near(found.farmland, truth.farmlandArea, 'cultivated land')
    near(found.basicFarmland, truth.basicFarmlandArea, 'basic farmland')
    near(found.redline, truth.redlineArea, 'redline')
    near(found.range, truth.unmanagedArea, 'range')
  }
}
