import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { importLayer, type NewFeature } from '../../kernel/layers/import-layer.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { layerNamed } from '../../kernel/layers/registry.ts'
import { openBlocks, openLayerRun, planRun, readLayerRun } from '../../kernel/quality/blocks/layer-runs.ts'
import { judge } from '../../kernel/quality/judge.ts'
import { surveyRules } from '../../kernel/quality/rule-sets.ts'
import { generateCounty } from '../../tools/demo/county.ts'
import { settle } from '../people.ts'
import { begin, heard, inside, newPlace, type Place } from '../place.ts'
import type { Told } from './judge-run.child.ts'

const NOON = new Date('2026-11-22T04:00:00Z')

let place: Place
before(async () => {
  place = await newPlace()
})
after(() => place.end())

/** The demo county, every 50th patch moved by 0.4 m; how many issues it has is worked out at once, not in blocks. */
async function prepare(trx: Trx) {
  const features = [...generateCounty('S').features('DLTB')].map((feature, k): NewFeature => {
    if (k % 50 !== 0) return feature as NewFeature
    const geometry = feature.geometry.map((polygon) =>
      polygon.map((ring) => ring.map(([x, y]) => [x + 0.4, y] as [number, number])),
    )
    return { ...feature, geometry } as NewFeature
  })
  await importLayer(trx, { layer: 'DLTB', title: '底图', by: 'lin', now: NOON, features })
  const person = await settle(trx, { name: '何建国', verbs: ['quality.*'] })
  const run = await openLayerRun(trx, {
    layer: 'DLTB',
    area: '',
    rules: null,
    asOf: new Date(),
    by: person.id,
    now: NOON,
  })
  await planRun(trx, (await readLayerRun(trx, run))!, 300)
  const { blocks } = await openBlocks(trx, run)
  const expected = judge(surveyRules, layerNamed('DLTB'), await readFeatures(trx, 'DLTB'))
  return {
    runId: run,
    personId: person.id,
    expected: expected.length,
    features: features.length,
    blocks: blocks.length,
  }
}

const start = (told: Omit<Told, 'options'>) =>
  begin(place, 'testing/durability/judge-run.child.ts', [JSON.stringify({ ...told, options: place.options })])

const look = (run: string) =>
  inside(place, async (trx) => {
    const { rows } = await sql<{
      ended: boolean
      judged: number
      issues: number
      joined: number
      kinds: number
      blocks: number
    }>`select
      r.ended_at is not null as ended, r.feature_count as judged,
      (select count(*)::int from quality_issue where run = r.id) as issues,
      (select count(*)::int from quality_issue where run = r.id and rule in ('SV-TOP-01', 'SV-TOP-02')) as joined,
      (select count(distinct (rule, features, field, value, ST_AsText(at)))::int from quality_issue where run = r.id) as kinds,
      (select count(*)::int from quality_block where run = r.id and done_at is not null) as blocks
      from quality_run r where r.id = ${run}`.execute(trx)
    return rows[0]!
  })

// Function point: XX035
test('killed with -9 again and again inside a county-wide run, it goes on where it was: no issue lost, none doubled', async () => {
  const { expected, features, blocks, ...told } = await inside(place, prepare)
  // The last time overlaps and gaps are written, and that they are is not.
  for (const kept of [0, 1, 4, blocks - 1]) {
    const worker = start({ ...told, hangsAfter: kept })
    await heard(worker, 'now')
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    const { ended, blocks: done, joined } = await look(told.runId)
    assert.deepEqual([ended, done, joined > 0], [false, kept, kept === blocks - 1])
  }
  const worker = start(told)
  await heard(worker, 'done')
  await once(worker, 'exit')
  const { ended, judged, issues, kinds } = await look(told.runId)
  assert.deepEqual(
    { ended, judged, issues, kinds },
    { ended: true, judged: features, issues: expected, kinds: expected },
  )
})
