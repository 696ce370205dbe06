import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { act, ask, testFiles } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { generateClues } from '../../../tools/demo/clues.ts'
import { demoCounty, loadCounty, officer, runBatch, surveyedBefore } from '../county.testing.ts'
import { listClues } from '../queries/list-clues.ts'
import { reportBatch } from '../queries/report-batch.ts'
import { statistics } from '../queries/statistics.ts'
import { viewClue } from '../queries/view-clue.ts'
import { defaultLayers } from '../schema.ts'
import { overlayBatch } from './overlay-batch.ts'
import { uploadBatch } from './upload-batch.ts'

const county = demoCounty('S')
const quarter = generateClues(county)

test('what a batch is laid over, and who reads what of it', (t) =>
  inRollback(async (trx) => {
    await loadCounty(trx, county)
    const person = await officer(trx, '林志远')
    await surveyedBefore(trx, quarter, person)
    const { digest } = await testFiles.put(quarter.delivery())
    const request = { fileDigest: digest, fileName: 'JCTB.zip', source: 'monitoring', period: '2026Q3' } as const
    const { batchId } = await act(trx, person, uploadBatch, request)
    await runBatch(trx, person, batchId, 'screen')
    const clues = await ask(trx, person, listClues, { batchId, pageSize: 1000 })

    await t.test(
      'a town’s officer reads the rows of the town’s clues; rejected rows are for the county and the uploader',
      async () => {
        const town = clues.rows[0]!.areaCode.slice(0, 9)
        const here = clues.rows.filter(({ areaCode }) => areaCode.startsWith(town))
        const reader = await officer(trx, '镇所', town)
        const seen = await ask(trx, reader, reportBatch, { batchId, pageSize: 1000 })
        assert.deepEqual([seen.total, seen.rows.map(({ clueId }) => clueId).sort()], [here.length, here.map(({ id }) => id).sort()]) // biome-ignore format: one row
        const rejected = { batchId, state: 'rejected' }
        assert.equal((await ask(trx, reader, reportBatch, rejected)).total, 0)
        const all = await ask(trx, person, reportBatch, rejected)
        assert.ok(all.total > 0)
        const uploader = { ...person, rights: reader.rights }
        assert.equal((await ask(trx, uploader, reportBatch, rejected)).total, all.total)
      },
    )

    await t.test('statistics sum up the same clues and ranges five ways, in the reader’s areas', async () => {
      const area = clues.rows.reduce((sum, clue) => sum + clue.areaEllipsoidal, 0)
      for (const by of ['area', 'class', 'state', 'conclusion', 'month']) {
        const { rows } = await ask(trx, person, statistics, { by, batchId })
        const sum = (of: 'count' | 'area' | 'rangeArea') => rows.reduce((total, row) => total + row[of], 0)
        assert.deepEqual([by, sum('count'), sum('area').toFixed(2)], [by, clues.total, area.toFixed(2)])
        const rangeArea = clues.rows.reduce((total, clue) => total + clue.rangeArea, 0)
        assert.equal(sum('rangeArea').toFixed(2), rangeArea.toFixed(2))
        assert.ok(rows.every(({ key, count, patches }) => key !== '' && Number.isInteger(count) && patches === 0))
      }
      const town = clues.rows[0]!.areaCode.slice(0, 9)
      const { rows } = await ask(trx, await officer(trx, '统计员', town), statistics, { by: 'area', batchId })
      assert.deepEqual(rows.map(({ key, name }) => [key, name]), [[town, clues.rows[0]!.townName]]) // biome-ignore format: one row
    })

    await t.test('approvals are read as they stood at the instant of the base map', async () => {
      const { rows } = await sql<{
        id: string
        approval: { layer: string; id: number }
      }>`select id, approvals -> 0 as approval
        from landuse_clue where batch = ${batchId} and approvals -> 0 ->> 'standing' = 'valid' limit 1`.execute(trx)
      const { id: clueId, approval } = rows[0]!
      await sql`update ${sql.table(`layer_${approval.layer.toLowerCase()}`)} set valid_to = '2026-09-30'
        where id = ${approval.id} and valid_to is null`.execute(trx)
      const knownAt = async (asOf?: string) => {
        const layers = defaultLayers.map((layer) => ({ ...layer, ...(asOf && { asOf }) }))
        await act(trx, person, overlayBatch, { batchId, layers, split: false })
        await sql`update job_run set state = 'done'`.execute(trx)
        await runBatch(trx, person, batchId, 'screen')
        const { approvals } = await ask(trx, person, viewClue, { clueId })
        return approvals.some(({ layer, id }) => layer === approval.layer && id === approval.id)
      }
      assert.equal(await knownAt(), false)
      assert.equal(await knownAt('2026-09-29T16:00:00Z'), true)
    })
  }))
