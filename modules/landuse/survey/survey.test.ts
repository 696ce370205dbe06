import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Box, MultiPolygon } from '../../../kernel/geometry/types.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { EAST, NORTH, plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { act, ask, testFiles } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { areaToDegrees } from '../../fieldwork/api.ts'
import { confirmClues } from '../actions/confirm-clues.ts'
import { approveReview } from './actions/approve-review.ts'
import { importVertices } from './actions/import-vertices.ts'
import { returnQuality } from './actions/return-review.ts'
import { runQuality } from './actions/run-quality.ts'
import { saveSurvey } from './actions/save-survey.ts'
import { sendToField } from './actions/send-to-field.ts'
import { sortCases } from './actions/sort-cases.ts'
import { submitSurvey } from './actions/submit-survey.ts'
import { viewQuality } from './queries/view-quality.ts'
import { viewReview } from './queries/view-review.ts'
import { viewSurvey } from './queries/view-survey.ts'
import { sorted } from './sorted-case.testing.ts'
import { openMonitoring, runServiceJobs, type Station, standsAt, station } from './station.testing.ts'

const story = (work: (here: Station) => Promise<void>, patches?: number) => () =>
  inRollback(async (trx: Trx) => work(await station(trx, patches)))
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.problem.code === code
const drawn = (...box: Box): MultiPolygon => areaToDegrees(plot(...box))

test(
  'Lin sorts: the rule wants farmland looked at on the ground, and another way needs a reason',
  story(async (here) => {
    const { trx, lin } = here
    const { caseId, clueId } = await openMonitoring(here, plot(10, 10, 60, 60))
    await act(trx, lin, confirmClues, { clueIds: [clueId] })
    const view = await ask(trx, lin, viewSurvey, { caseId })
    assert.deepEqual([view.proposal!.way, view.proposal!.reasons[0]], ['field', 'landuse.sorting.farmland'])
    await assert.rejects(
      act(trx, lin, sortCases, { caseIds: [caseId], to: 'office' }),
      refusal('landuse.case.sort.reason-needed'),
    )
    const result = await act(trx, lin, sortCases, { caseIds: [caseId, newId()], to: 'field' })
    assert.deepEqual([result.sorted, result.elsewhere.length], [[caseId], 1])
    assert.equal((await standsAt(trx, caseId))!.step, 'field')
  }),
)

test(
  'Lin draws a house in the office: saved, submitted, judged, and on the reviewer’s desk with old and new class',
  story(async (here) => {
    const { trx, lin, sun } = here
    const { caseId } = await sorted(here, 'office')
    const saved = await act(trx, lin, saveSurvey, {
      caseId,
      patches: [{ geometry: drawn(10, 10, 60, 40), DLBM: '0702', note: '新建住宅' }],
      opinion: '影像可见房屋',
    })
    assert.equal(saved.revision, 1)
    await act(trx, lin, submitSurvey, { caseId })
    assert.deepEqual(await runServiceJobs(trx), ['landuse.quality.check'])
    assert.equal((await standsAt(trx, caseId))!.step, 'review')
    const review = await ask(trx, sun, viewReview, { caseId })
    assert.deepEqual(
      review.changes.map(({ before, after, area }) => [before, after, Math.round(area)]),
      [['0101', '0702', 1500]],
    )
    assert.deepEqual(
      review.quality.map(({ rule }) => rule),
      ['DC-06'],
    )
    assert.deepEqual(
      review.opinions.map(({ text }) => text),
      ['影像清晰', '影像可见房屋'],
    )
    await act(trx, sun, approveReview, { caseId, opinion: '同意' })
    assert.equal((await standsAt(trx, caseId))!.step, 'result')
  }),
)

test(
  'What is drawn wrong is refused with the place: outside the range, over another patch, no such class, a day to come',
  story(async (here) => {
    const { trx, lin } = here
    const { caseId } = await sorted(here, 'office')
    const save = (
      patches: Parameters<typeof act<string, typeof saveSurvey.input, unknown, unknown>>[3]['patches'],
      more = {},
    ) => act(trx, lin, saveSurvey, { caseId, patches, ...more })
    await assert.rejects(
      save([{ geometry: drawn(10, 10, 120, 40), DLBM: '0702' }]),
      refusal('fieldwork.patch.outside-range'),
    )
    await assert.rejects(
      save([{ geometry: drawn(10, 10, 60, 40) }, { geometry: drawn(50, 10, 80, 40) }]),
      refusal('fieldwork.patch.overlap'),
    )
    await assert.rejects(
      save([{ geometry: drawn(10, 10, 60, 40), DLBM: '0799' }]),
      refusal('fieldwork.patch.unknown-class'),
    )
    await assert.rejects(
      save([{ geometry: drawn(10, 10, 60, 40), DLBM: '1203' }]),
      refusal('fieldwork.patch.not-a-patch-class'),
    )
    await assert.rejects(
      save([{ geometry: drawn(10, 10, 60, 40), DLBM: '0701', attributes: { CZCSXM: '203' } }]),
      refusal('fieldwork.patch.town-class'),
    )
    await assert.rejects(
      save([{ geometry: drawn(10, 10, 60, 40) }], { surveyedOn: '2999-01-01' }),
      refusal('landuse.survey.save.future-date'),
    )
    await save([{ geometry: drawn(10, 10, 60, 40) }], { revision: 0 })
    await assert.rejects(
      save([{ geometry: drawn(10, 10, 60, 40) }], { revision: 0 }),
      refusal('landuse.survey.save.changed-meanwhile'),
    )
    await assert.rejects(act(trx, lin, submitSurvey, { caseId }), refusal('landuse.survey.submit.no-class'))
  }),
)

test(
  'Vertices of a GPS are taken as measured: text, table and track; a file that is none says why',
  story(async (here) => {
    const { trx, lin } = here
    const { caseId } = await sorted(here, 'office')
    const read = async (text: string) => {
      const { digest } = await testFiles.put(new TextEncoder().encode(text))
      return act(trx, lin, importVertices, { caseId, fileDigest: digest })
    }
    const [x, y] = [EAST + 20, NORTH + 20]
    const corners = [
      [x, y],
      [x + 30, y],
      [x + 30, y + 20],
      [x, y + 20],
    ] as const
    const table = ['点号,X,Y', ...corners.map(([east, north], i) => `J${i + 1},${north},${east}`)].join('\n')
    const fromTable = await read(table)
    const saved = await act(trx, lin, saveSurvey, {
      caseId,
      patches: [{ geometry: fromTable.patches[0]!.geometry, DLBM: '0702' }],
    })
    assert.equal(saved.patches.length, 1)
    assert.equal((await ask(trx, lin, viewSurvey, { caseId })).patches[0]!.area, 599.99)
    const text = `[属性描述]\n坐标系=2000国家大地坐标系\n带号=36\n计量单位=米\n[地块坐标]\n5,0.0600,1,房,面,,,0702,@\n${[...corners, corners[0]].map(([east, north], i) => `J${(i % 4) + 1},1,${north},${east}`).join('\n')}`
    assert.deepEqual(
      (await read(text)).patches.map(({ name, DLBM }) => [name, DLBM]),
      [['房', '0702']],
    )
    const track = drawn(20, 20, 50, 40)[0]![0]!
      .map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"/>`)
      .join('')
    assert.equal((await read(`<gpx><trk><trkseg>${track}</trkseg></trk></gpx>`)).patches.length, 1)
    await assert.rejects(read('a,b\n1,2'), refusal('landuse.survey.importVertices.no-columns'))
    await assert.rejects(read('X,Y\n12,13\n1,2\n3,4'), refusal('landuse.survey.importVertices.bad-coordinate'))
    await assert.rejects(read('<kml></kml>'), refusal('landuse.survey.importVertices.not-gpx'))
  }),
)

test(
  'A survey that fails the check goes back to the very surveyor with its issues on the map',
  story(async (here) => {
    const { trx, lin } = here
    const { caseId } = await sorted(here, 'office')
    await act(trx, lin, saveSurvey, {
      caseId,
      patches: [{ geometry: drawn(10, 10, 60, 40), DLBM: '0103', attributes: { GDPDJB: '9' } }],
    })
    await act(trx, lin, submitSurvey, { caseId })
    await runServiceJobs(trx)
    const standing = await standsAt(trx, caseId)
    assert.deepEqual([standing!.step, standing!.assignee], ['office', lin.id])
    const quality = await ask(trx, lin, viewQuality, { caseId })
    assert.ok(quality.errors > 0)
    const issue = quality.issues.find(({ rule }) => rule === 'SV-LOG-06')!
    assert.ok(issue.place && Math.abs(issue.place[0] - 107.76) < 0.1)
    await act(trx, lin, saveSurvey, {
      caseId,
      patches: [
        {
          geometry: drawn(10, 10, 60, 40),
          DLBM: '0103',
          attributes: { GDPDJB: '1', ZZSXDM: 'LS', ZZSXMC: '种植粮食作物' },
        },
      ],
    })
    const again = await act(trx, lin, runQuality, { caseId })
    assert.deepEqual(
      again.issues.filter(({ error }) => error),
      [],
    )
    await act(trx, lin, submitSurvey, { caseId })
    await runServiceJobs(trx)
    assert.equal((await standsAt(trx, caseId))!.step, 'review')
  }),
)

test(
  'Nobody reviews their own survey, and returning takes a reason and the open issues along',
  story(async (here) => {
    const { trx, lin, sun } = here
    const { caseId } = await sorted(here, 'office')
    await act(trx, lin, saveSurvey, { caseId, patches: [{ geometry: drawn(10, 10, 60, 40), DLBM: '0702' }] })
    await act(trx, lin, submitSurvey, { caseId })
    await runServiceJobs(trx)
    const both = { ...lin, rights: [...lin.rights, ...sun.rights] }
    await assert.rejects(act(trx, both, approveReview, { caseId }), refusal('cases.separation-of-duties'))
    await assert.rejects(
      act(trx, sun, returnQuality, { caseId, reason: ' ' }),
      refusal('landuse.review.return.no-reason'),
    )
    const { issues } = await act(trx, sun, returnQuality, { caseId, reason: '范围未调查完整' })
    assert.equal(issues, 1)
    assert.equal((await ask(trx, sun, viewQuality, { caseId })).issues[0]!.state, 'returned')
  }),
)

test(
  'Lin cannot tell from the picture and sends the case to the field, saying why',
  story(async (here) => {
    const { trx, lin } = here
    const { caseId } = await sorted(here, 'office')
    await assert.rejects(
      act(trx, lin, sendToField, { caseId, reason: ' ' }),
      refusal('landuse.survey.sendToField.no-reason'),
    )
    await act(trx, lin, sendToField, { caseId, reason: '影像有云影，无法判定' })
    assert.equal((await standsAt(trx, caseId))!.step, 'field')
  }),
)
