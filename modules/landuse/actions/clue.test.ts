import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { claim } from '../../../kernel/cases/claim.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { act, ask, testFiles } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { generateClues } from '../../../tools/demo/clues.ts'
import { demoCounty, loadCounty, now, officer, runBatch, surveyedBefore } from '../county.testing.ts'
import { listClues } from '../queries/list-clues.ts'
import { reportBatch } from '../queries/report-batch.ts'
import { viewClue } from '../queries/view-clue.ts'
import { adjustClues } from './adjust-clues.ts'
import { confirmClues } from './confirm-clues.ts'
import { overlayBatch } from './overlay-batch.ts'
import { revertRepair } from './revert-repair.ts'
import { screenBatch } from './screen-batch.ts'
import { uploadBatch } from './upload-batch.ts'

const refusedWith = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.problem.code, code)
  return true
}

const county = demoCounty('S')
const quarter = generateClues(county)

async function uploaded(trx: Trx): Promise<{ person: Person; batchId: string }> {
  await loadCounty(trx, county)
  const person = await officer(trx, '林志远')
  await surveyedBefore(trx, quarter, person)
  const { digest } = await testFiles.put(quarter.delivery())
  const request = { fileDigest: digest, fileName: 'JCTB.zip', source: 'monitoring', period: '2026Q3' } as const
  const { batchId } = await act(trx, person, uploadBatch, request)
  return { person, batchId }
}

test('from a delivery to screened clues: areas add up, repairs can be taken back, a person may decide otherwise', (t) =>
  inRollback(async (trx) => {
    const { person, batchId } = await uploaded(trx)
    await runBatch(trx, person, batchId, 'screen')
    const clues = await ask(trx, person, listClues, { batchId, pageSize: 1000 })

    await t.test('the area table of every clue and layer adds up to both legal areas to 0.01 m²', async () => {
      const { rows } =
        await sql`select 1 from landuse_clue c join landuse_overlay o on o.clue = c.id where c.batch = ${batchId}
        group by c.id, o.layer having sum(o.ellipsoidal) <> c.area_ellipsoidal or sum(o.planar) <> c.area_planar`.execute(
          trx,
        )
      assert.deepEqual(rows, [])
      assert.equal(new Set(clues.rows.map(({ id }) => id)).size, clues.total)
    })

    await t.test('clues lie in a village and have a box in degrees', () => {
      for (const { areaCode, villageName, box } of clues.rows) {
        assert.match(areaCode, /^610799\d{6}$/)
        assert.ok(villageName)
        assert.ok(box[0] > 107 && box[2] < 109 && box[1] > 32 && box[3] < 34)
      }
    })

    await t.test('linked clues are written to the shared store and the outbox, with both ratios', async () => {
      const linked = quarter.truth.filter(({ linkedTo }) => linkedTo !== null)
      const { rows } = await sql<{
        payload: { ratioOwn: number; ratioOther: number }
      }>`select payload from landuse_shared where kind = 'link'`.execute(trx)
      const { rows: outbox } = await sql`select 1 from outbox where topic = 'landuse.link'`.execute(trx)
      assert.equal(rows.length, linked.length)
      assert.equal(outbox.length, linked.length)
      for (const { payload } of rows) assert.ok(payload.ratioOwn >= 0.5 && payload.ratioOther > 0)
    })

    await t.test('a stricter rule takes links back, and partners are told', async () => {
      const again = async (linkShare: number) => {
        await act(trx, person, screenBatch, { batchId, parameters: { linkShare } })
        await sql`update job_run set state = 'done'`.execute(trx)
        await runBatch(trx, person, batchId, 'screen')
        const { rows } = await sql`select 1 from landuse_shared where kind = 'link'`.execute(trx)
        return rows.length
      }
      assert.equal(await again(1), 0)
      const { rows } =
        await sql`select 1 from outbox where topic = 'landuse.link' and payload ->> 'withdrawn' = 'true'`.execute(trx)
      const linked = quarter.truth.filter(({ linkedTo }) => linkedTo !== null).length
      assert.equal(rows.length, linked)
      await sql`update outbox set key = key || ':earlier'`.execute(trx)
      assert.equal(await again(0.5), linked)
      const told =
        await sql`select 1 from outbox where topic = 'landuse.link' and payload ->> 'withdrawn' is null`.execute(trx)
      assert.equal(told.rows.length, 2 * linked, 'once for each time a link was made')
    })

    await t.test('a rejected row says why, a repaired one what and by how much', async () => {
      const rejected = await ask(trx, person, reportBatch, { batchId, state: 'rejected' })
      assert.ok(rejected.rows.every(({ reason, clueId }) => reason !== null && clueId === null))
      const repaired = await ask(trx, person, reportBatch, { batchId, state: 'repaired' })
      assert.ok(
        repaired.rows.some(({ findings }) =>
          findings.some(({ code, params }) => code === 'landuse.repair.self-crossing' && params?.areaAfter),
        ),
      )
    })

    await t.test('an officer changes a conclusion with a reason, and another screening leaves it alone', async () => {
      const clue = clues.rows.find(({ conclusion }) => conclusion === 'suspect')!
      await act(trx, person, adjustClues, { clueIds: [clue.id], conclusion: 'lawful', reason: '现场为已批道路' })
      await act(trx, person, screenBatch, { batchId, parameters: { leastRangeArea: 20 } })
      await sql`update job_run set state = 'done'`.execute(trx)
      await runBatch(trx, person, batchId, 'screen')
      const view = await ask(trx, person, viewClue, { clueId: clue.id })
      assert.equal(view.conclusion, 'lawful')
      assert.equal(view.automaticConclusion, 'suspect')
      assert.deepEqual(view.adjustments.map(({ before, after, reason }) => [before, after, reason]), [['suspect', 'lawful', '现场为已批道路']]) // biome-ignore format: one row
    })

    await t.test(
      'a change needs a reason, a clue that exists, an area of one’s own and another conclusion',
      async () => {
        const [first, second] = clues.rows.filter(({ conclusion }) => conclusion === 'manual')
        const adjust = (who: Person, clueIds: string[], conclusion: 'lawful' | 'manual', reason: string) =>
          act(trx, who, adjustClues, { clueIds, conclusion, reason })
        await assert.rejects(
          adjust(person, [first!.id], 'lawful', '  '),
          refusedWith('landuse.clue.adjust.reason-missing'),
        )
        await assert.rejects(
          adjust(person, [first!.id, batchId], 'lawful', '核实'),
          refusedWith('landuse.clue.adjust.unknown'),
        )
        await assert.rejects(
          adjust(person, [first!.id], 'manual', '核实'),
          refusedWith('landuse.clue.adjust.unchanged'),
        )
        const elsewhere = await officer(trx, '王海燕', '610799999')
        await assert.rejects(
          adjust(elsewhere, [second!.id], 'lawful', '核实'),
          refusedWith('landuse.clue.adjust.other-area'),
        )
      },
    )

    await t.test('a repair is taken back: the clue has its delivered shape again and waits for a person', async () => {
      const bowTie = quarter.truth.find(({ broken }) => broken === 'bow-tie')!
      const clue = clues.rows.find(({ sourceNumber }) => sourceNumber === bowTie.JCBH)!
      const before = await ask(trx, person, viewClue, { clueId: clue.id })
      assert.ok(before.delivered)
      await act(trx, person, revertRepair, { clueId: clue.id })
      await runBatch(trx, person, batchId, 'screen')
      const after = await ask(trx, person, viewClue, { clueId: clue.id })
      assert.deepEqual(after.geometry, before.delivered)
      assert.equal(after.conclusion, 'manual')
      assert.ok(after.repairs.every(({ revertedAt }) => revertedAt !== null))
      await assert.rejects(
        act(trx, person, revertRepair, { clueId: clue.id }),
        refusedWith('landuse.clue.revertRepair.nothing'),
      )
    })

    await t.test('the overlay is made again in pieces against other layers', async () => {
      const layers = [{ layer: 'DLTB', by: ['DLBM', 'QSDWDM', 'ZLDWDM', 'QSXZ'] }, { layer: 'YJJBNT', by: [] }, { layer: 'STBHHX', by: [] }, { layer: 'CZKFBJ', by: ['GHFQDM'] }] // biome-ignore format: one row
      const lacking = act(trx, person, overlayBatch, { batchId, layers: layers.slice(0, 1) })
      await assert.rejects(lacking, refusedWith('landuse.batch.overlay.layer-needed'))
      await act(trx, person, overlayBatch, { batchId, layers, split: true })
      await runBatch(trx, person, batchId, 'screen')
      const { rows } =
        await sql`select 1 from landuse_clue c join landuse_piece p on p.clue = c.id where c.batch = ${batchId} and p.layer = 'DLTB'
        group by c.id having sum(p.planar) <> c.area_planar`.execute(trx)
      assert.deepEqual(rows, [])
      const again = await ask(trx, person, listClues, { batchId, pageSize: 1000 })
      const changed = again.rows.filter(
        (row) => row.automaticConclusion !== clues.rows.find(({ id }) => id === row.id)!.automaticConclusion,
      )
      assert.equal(changed.length, 1, 'only the clue whose repair was taken back')
    })

    await t.test('cases open once, and past screening the conclusion is fixed', async () => {
      await runBatch(trx, person, batchId)
      await runBatch(trx, person, batchId)
      const opened = await ask(trx, person, listClues, { batchId, pageSize: 1000 })
      assert.ok(opened.rows.every(({ caseNumber }) => /^监〔2026〕\d{6}$/.test(caseNumber ?? '')))
      assert.equal(new Set(opened.rows.map(({ caseId }) => caseId)).size, opened.total)
      const lawful = opened.rows.find(({ conclusion }) => conclusion === 'lawful')!
      const late = act(trx, person, adjustClues, { clueIds: [lawful.id], conclusion: 'suspect', reason: '复核' })
      await assert.rejects(late, refusedWith('landuse.clue.adjust.past-screening'))
      const suspect = opened.rows.find(({ conclusion, linkedClue }) => conclusion === 'suspect' && linkedClue === null)!
      await act(trx, person, adjustClues, { clueIds: [suspect.id], conclusion: 'manual', reason: '复核' })
      const { rows } = await sql<{
        id: string
      }>`select id from task where case_id = ${suspect.caseId} and step = 'screen'`.execute(trx)
      const other = await officer(trx, '蔡静')
      await claim({ trx, person: other, now }, rows[0]!.id)
      const held = act(trx, person, adjustClues, { clueIds: [suspect.id], conclusion: 'lawful', reason: '复核' })
      await assert.rejects(held, refusedWith('landuse.clue.adjust.held'))
    })

    await t.test(
      'confirmed conclusions decide where the cases go: lawful ones are shared, the others sorted',
      async () => {
        const open = (await ask(trx, person, listClues, { batchId, pageSize: 1000 })).rows.filter(
          ({ automaticConclusion, conclusion, linkedClue }) =>
            // Not the one that another officer holds since the step before.
            automaticConclusion === 'manual' && conclusion === 'manual' && linkedClue === null,
        )
        const [first, second] = open.filter(({ caseId }) => caseId !== null)
        await act(trx, person, adjustClues, { clueIds: [first!.id], conclusion: 'lawful', reason: '影像为旧有晒坝' })
        await assert.rejects(
          act(trx, person, confirmClues, { clueIds: [second!.id, batchId] }),
          refusedWith('landuse.clue.confirm.unknown'),
        )
        await act(trx, person, confirmClues, { clueIds: [first!.id, second!.id], opinion: '同意' })
        const { rows } = await sql<{
          step: string
        }>`select t ->> 'step' as step from case_, jsonb_array_elements(tokens -> 'tokens') t
        where id in (${first!.caseId}, ${second!.caseId}) order by 1`.execute(trx)
        assert.deepEqual(rows.map(({ step }) => step), ['share', 'sort']) // biome-ignore format: one row
        await assert.rejects(
          act(trx, person, confirmClues, { clueIds: [first!.id] }),
          refusedWith('landuse.clue.confirm.no-task'),
        )
      },
    )
  }))

test('a run that breaks off at any stage goes on where it was: nothing lost, nothing twice', () =>
  inRollback(async (trx) => {
    const { person, batchId } = await uploaded(trx)
    for (const until of ['read', 'repair', 'overlay', 'link', 'range', 'screen'] as const)
      await runBatch(trx, person, batchId, until)
    await runBatch(trx, person, batchId)
    await runBatch(trx, person, batchId)
    const { rows } = await sql<{ clues: number; cases: number; links: number; ranges: number; patches: number }>`select
      (select count(*) from landuse_clue where batch = ${batchId}) as clues, (select count(*) from case_) as cases,
      (select count(*) from landuse_shared) as links, (select count(*) from landuse_range) as ranges, (select count(*) from landuse_patch) as patches`.execute(
      trx,
    )
    const counts = rows[0]!
    const accepted = quarter.truth.filter(({ expectedReport }) => expectedReport !== 'rejected').length
    assert.equal(counts.clues, accepted)
    assert.equal(counts.cases, accepted)
    assert.equal(counts.links, quarter.truth.filter(({ linkedTo }) => linkedTo !== null).length)
    assert.equal(counts.patches, counts.ranges)
  }))
