// The main job, SH074 to SH095 and SH179: a quarter's delivery becomes an updated base map, told and archived.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { openSnapshot, snapshotOf } from '../../kernel/documents/snapshots.ts'
import { checkCoverage } from '../../kernel/geometry/coverage/check-coverage.ts'
import { ellipsoidalArea } from '../../kernel/geometry/measures/ellipsoidal-area.ts'
import { pointOnSurface } from '../../kernel/geometry/measures/point-on-surface.ts'
import { zoneOfEpsg } from '../../kernel/geometry/projection/gauss-kruger.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { isCultivated } from '../../kernel/layers/codes/landuse.ts'
import { importLayer } from '../../kernel/layers/import-layer.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { sync } from '../../modules/fieldwork/actions/sync.ts'
import { areaToPlane } from '../../modules/fieldwork/api.ts'
import { operation } from '../../modules/fieldwork/field.testing.ts'
import { listFieldTasks } from '../../modules/fieldwork/queries/list-tasks.ts'
import { chainOperations } from '../../modules/fieldwork/rules/operation-hash.ts'
import { placeToDegrees } from '../../modules/fieldwork/rules/plane.ts'
import { confirmClues } from '../../modules/landuse/actions/confirm-clues.ts'
import { uploadBatch } from '../../modules/landuse/actions/upload-batch.ts'
import { demoCounty, loadCounty, runBatch, surveyedBefore } from '../../modules/landuse/county.testing.ts'
import { listClues } from '../../modules/landuse/queries/list-clues.ts'
import { applyResult } from '../../modules/landuse/result/actions/apply-result.ts'
import { draftResultSet } from '../../modules/landuse/result/actions/draft-result.ts'
import { keepBase } from '../../modules/landuse/result/actions/keep-base.ts'
import { revertResult } from '../../modules/landuse/result/actions/revert-result.ts'
import { listShared } from '../../modules/landuse/result/queries/list-shared.ts'
import { previewResult } from '../../modules/landuse/result/queries/preview-result.ts'
import { approveReview } from '../../modules/landuse/survey/actions/approve-review.ts'
import { dispatchField } from '../../modules/landuse/survey/actions/dispatch-field.ts'
import { saveSurvey } from '../../modules/landuse/survey/actions/save-survey.ts'
import { sortCases } from '../../modules/landuse/survey/actions/sort-cases.ts'
import { submitSurvey } from '../../modules/landuse/survey/actions/submit-survey.ts'
import { viewReview } from '../../modules/landuse/survey/queries/view-review.ts'
import { viewSurvey } from '../../modules/landuse/survey/queries/view-survey.ts'
import { runServiceJobs, type Station, staff, standsAt } from '../../modules/landuse/survey/station.testing.ts'
import { generateClues } from '../../tools/demo/clues.ts'
import { act, ask, testFiles } from '../act.ts'
import { inRollback } from '../harness.ts'

const county = demoCounty('S')
const zone = zoneOfEpsg(4524)!
const OFFICE = 4
const FIELD = 3

/** The demo county with recorded areas, as `yutu demo` loads it. */
async function loadBase(trx: Trx): Promise<void> {
  await loadCounty(trx, county, [
    'XZQ',
    'CJDCQ',
    'YJJBNT',
    'STBHHX',
    'CZKFBJ',
    'NZYPW',
    'ZDPW',
    'GDXM',
    'SSNYDBA',
    'LSYD',
    'ZFAJ',
    'GLFW',
  ])
  const features = county.layers.DLTB.map(({ attributes, geometry }) => {
    const TBMJ = ellipsoidalArea(geometry, zone)
    const KCMJ = Math.round(TBMJ * Number(attributes.KCXS ?? 0) * 100) / 100
    return { geometry, attributes: { ...attributes, TBMJ, KCMJ, TBDLMJ: Math.round((TBMJ - KCMJ) * 100) / 100 } }
  })
  await importLayer(trx, {
    layer: 'DLTB',
    title: '地类图斑',
    by: 'test',
    now: new Date('2025-12-31T16:00:00Z'),
    features,
  })
}

/** SH074 SH075 SH076 SH077 SH078 SH080 SH081 SH082 SH083: the delivery comes in and becomes cases. */
async function takeIn({ trx, lin }: Station) {
  const quarter = generateClues(county)
  await surveyedBefore(trx, quarter, lin)
  const { digest } = await testFiles.put(quarter.delivery())
  const { batchId } = await act(trx, lin, uploadBatch, {
    fileDigest: digest,
    fileName: 'JCTB.zip',
    source: 'monitoring',
    period: '2026Q3',
  })
  await runBatch(trx, lin, batchId)
  return batchId
}

/** SH084 SH085 SH086: what needs a survey, the first few in the office and the next in the field. */
async function sortOut({ trx, lin, madong }: Station, batchId: string) {
  const { rows } = await ask(trx, lin, listClues, { batchId, pageSize: 1000 })
  const open: { clueId: string; caseId: string; class: string }[] = []
  for (const { id, caseId, predictedClass, conclusion, rangeArea } of rows) {
    const waits =
      caseId && conclusion === 'suspect' && rangeArea > 500 && (await standsAt(trx, caseId))?.step === 'screen'
    if (waits && predictedClass && open.length < OFFICE + FIELD)
      open.push({ clueId: id, caseId, class: predictedClass })
  }
  assert.equal(open.length, OFFICE + FIELD)
  await act(trx, lin, confirmClues, { clueIds: open.map(({ clueId }) => clueId), opinion: '影像显示已变化' })
  const ids = open.map(({ caseId }) => caseId)
  await act(trx, lin, sortCases, { caseIds: ids.slice(0, OFFICE), to: 'office', reason: '影像可定' })
  await act(trx, lin, sortCases, { caseIds: ids.slice(OFFICE), to: 'field', reason: '实地举证' })
  await act(trx, lin, dispatchField, { caseIds: ids.slice(OFFICE), person: madong.id })
  return open
}

const detailOf = (DLBM: string): Record<string, string> =>
  isCultivated(DLBM) ? { GDPDJB: '1', ZZSXDM: 'LS', ZZSXMC: '种植粮食作物' } : {}

/** SH087: the range is what the imagery shows, with the class it was predicted to have. */
async function surveyInOffice({ trx, lin }: Station, caseId: string, DLBM: string): Promise<void> {
  const { ranges } = await ask(trx, lin, viewSurvey, { caseId })
  const patches = ranges.map(({ geometry }) => ({ geometry, DLBM, attributes: detailOf(DLBM) }))
  await act(trx, lin, saveSurvey, { caseId, patches, opinion: '依影像判定' })
  await act(trx, lin, submitSurvey, { caseId })
}

/** SH088 SH089: three tasks on one phone, each with its patches and four photos, sent in one go and once more. */
async function surveyInField({ trx, madong }: Station, classes: Map<string, string>): Promise<void> {
  const { tasks } = await ask(trx, madong, listFieldTasks, {})
  assert.equal(tasks.filter(({ mine }) => mine).length, FIELD)
  const done = []
  for (const { id, caseId, range } of tasks.filter(({ mine }) => mine)) {
    const DLBM = classes.get(caseId)!
    done.push(operation('task.claim', id))
    for (const polygon of range!)
      done.push(
        operation('patch.save', id, { patchId: newId(), geometry: [polygon], DLBM, attributes: detailOf(DLBM) }, 0),
      )
    const position = placeToDegrees(pointOnSurface(areaToPlane(range!))!)
    for (const azimuth of [5, 95, 185, 275]) {
      const { digest } = await testFiles.put(new TextEncoder().encode(`${caseId} ${azimuth}`))
      const photo = {
        digest,
        mediaType: 'image/jpeg',
        takenAt: new Date().toISOString(),
        position,
        accuracy: 4,
        azimuth,
        pitch: -3,
        roll: 0,
      }
      done.push(operation('photo.add', id, photo))
    }
    done.push(operation('task.submit', id, { opinion: '现场与影像一致' }))
  }
  const operations = chainOperations(done)
  const first = await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations })
  assert.deepEqual(
    first.answers.filter(({ status }) => status !== 'applied'),
    [],
  )
  assert.deepEqual(await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations }), first)
}

/** SH090 SH091: the check lets all through, and somebody else approves. */
async function review({ trx, sun }: Station, caseIds: string[]): Promise<void> {
  await runServiceJobs(trx)
  for (const caseId of caseIds) {
    const seen = await ask(trx, sun, viewReview, { caseId })
    assert.equal((await standsAt(trx, caseId))!.step, 'review', JSON.stringify(seen.quality))
    assert.ok(seen.changes.length > 0 && seen.patches.every(({ DLBM }) => DLBM !== null))
    await act(trx, sun, approveReview, { caseId, opinion: '同意' })
  }
}

const cents = (rows: { attributes: Record<string, unknown> }[]) =>
  rows.reduce((sum, { attributes }) => sum + Math.round(Number(attributes.TBMJ) * 100), 0)
const topology = (rows: Parameters<typeof checkCoverage>[0]) =>
  checkCoverage(rows).filter(({ rule }) => ['overlap', 'gap', 'duplicate', 'invalid'].includes(rule))

/** SH092: one set; areas balance to the cent, the coverage is whole, whoever is not concerned is not touched. */
async function updateBase({ trx, he }: Station, caseIds: string[]) {
  const before = await readFeatures(trx, 'DLTB')
  const { changeSetId, problems } = await act(trx, he, draftResultSet, { caseIds })
  assert.deepEqual(problems, [])
  const preview = await ask(trx, he, previewResult, { changeSetId })
  assert.equal(preview.total.before, preview.total.after)
  await act(trx, he, applyResult, { changeSetId, opinion: '入库' })
  const after = await readFeatures(trx, 'DLTB')
  assert.equal(cents(after), cents(before))
  assert.deepEqual(topology(after), [])
  const concerned = new Set(preview.items.map(({ featureId }) => featureId))
  const kept = new Map(before.map((feature) => [feature.id, feature]))
  for (const feature of after) if (!concerned.has(feature.id)) assert.deepEqual(feature, kept.get(feature.id))
  return { changeSetId, before }
}

/** SH079 SH093 SH094 SH095 SH179: told, marked, placed, and sealed in packages. */
async function finish({ trx, he }: Station, caseIds: string[]): Promise<void> {
  await runServiceJobs(trx)
  const { rows } = await ask(trx, he, listShared, { pageSize: 500 })
  for (const caseId of caseIds) {
    assert.equal(await standsAt(trx, caseId), undefined)
    const told = rows.filter((row) => row.caseId === caseId).map(({ kind }) => kind)
    assert.ok(told.includes('result') && told.includes('place'), told.join())
    const { manifest, entry } = await openSnapshot(trx, testFiles, (await snapshotOf(trx, caseId))!)
    assert.ok(entry('map.svg')!.length > 1000)
    assert.equal(manifest.case.result, 'completed')
  }
  assert.ok(rows.some(({ kind }) => kind === 'link'))
  const suspects = rows.filter(({ kind }) => kind === 'suspect')
  assert.ok(suspects.length > 0 && suspects.every(({ message }) => message?.state === 'waiting'))
  const photos = await sql<{ count: number }>`select count(*) as count from case_resource where kind = 'photo'`.execute(
    trx,
  )
  assert.equal(photos.rows[0]!.count, 4 * FIELD)
}

test('A quarter of clues becomes an updated base map: screened, sorted, surveyed, checked, reviewed, cut in, told and archived', () =>
  inRollback(async (trx) => {
    const here = await staff(trx)
    await loadBase(trx)
    const batchId = await takeIn(here)
    await runServiceJobs(trx)
    const lawful = await sql<{
      archived: number
      cases: number
    }>`select count(s.id) as archived, count(*) as cases from landuse_clue c
      left join snapshot s on s.case_id = c.case_id where c.conclusion = 'lawful'`.execute(trx)
    assert.ok(lawful.rows[0]!.cases > 0 && lawful.rows[0]!.archived === lawful.rows[0]!.cases)
    const open = await sortOut(here, batchId)
    for (const { caseId, class: DLBM } of open.slice(0, OFFICE)) await surveyInOffice(here, caseId, DLBM)
    await surveyInField(here, new Map(open.map((one) => [one.caseId, one.class])))
    const caseIds = open.map(({ caseId }) => caseId)
    await review(here, caseIds)
    const { changeSetId, before } = await updateBase(here, caseIds)
    await finish(here, caseIds)
    await act(trx, here.he, revertResult, { changeSetId, reason: '演示撤销' })
    assert.deepEqual(
      (await readFeatures(trx, 'DLTB')).map(({ id, attributes, geometry }) => [id, attributes, geometry]),
      before.map(({ id, attributes, geometry }) => [id, attributes, geometry]),
    )
    await assert.rejects(act(trx, here.he, keepBase, { caseId: caseIds[0]!, reason: '晚了' }))
  }))
