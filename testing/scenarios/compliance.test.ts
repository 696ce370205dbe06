import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import type { Trx } from '../../kernel/db/database.ts'
import { writeGeoJson } from '../../kernel/formats/write-geojson.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import { makeReport } from '../../modules/compliance/actions/make-report.ts'
import { exportReport } from '../../modules/compliance/queries/export-report.ts'
import { listReports } from '../../modules/compliance/queries/list-reports.ts'
import { viewReport } from '../../modules/compliance/queries/view-report.ts'
import { uploadBatch } from '../../modules/landuse/actions/upload-batch.ts'
import { demoCounty, loadCounty, officer, runBatch } from '../../modules/landuse/county.testing.ts'
import { listClues } from '../../modules/landuse/queries/list-clues.ts'
import { toDegrees } from '../../modules/onemap/api.ts'
import { generateClues } from '../../tools/demo/clues.ts'
import { act, ask, testFiles } from '../act.ts'
import { inRollback } from '../harness.ts'
import { settle } from '../people.ts'

// Function points: XX082 XX062 SH021 SH036
const county = demoCounty('S')

const story = (title: string, tell: (trx: Trx, cai: Person) => Promise<void>) =>
  test(title, () =>
    inRollback(async (trx) => {
      await loadCounty(trx, county)
      await tell(trx, await settle(trx, { name: '蔡静', verbs: ['compliance.*'], area: '610799' }))
    }),
  )

/** A layer's features without holes, as a person would draw them on the map. */
async function drawn(trx: Trx, layer: string, count = 1) {
  const plain = (await readFeatures(trx, layer)).filter(({ geometry }) => geometry.flat().length === 1)
  const features = plain.slice(0, count)
  const rings = features.map(({ geometry }) => toDegrees(geometry)[0]![0]! as [number, number][])
  return { features, land: { source: 'drawn' as const, rings } }
}

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.problem.code === code
const cents = (areas: { planar: number }[]) => Math.round(areas.reduce((sum, { planar }) => sum + planar, 0) * 100)

story(
  'Cai draws a field of permanent basic farmland and is told what stands against building there',
  async (trx, cai) => {
    const { land } = await drawn(trx, 'YJJBNT')
    const { reportId, number, conclusion } = await act(trx, cai, makeReport, { title: '某加油站', land })
    assert.match(number, /^合审〔\d{4}〕0001号$/)
    assert.equal(conclusion, 'conflict')
    const report = await ask(trx, cai, viewReport, { reportId })
    const [farmland] = report.verdicts
    assert.deepEqual(
      [farmland?.rule, farmland?.conclusion, farmland?.clause.zh],
      ['CM-01', 'conflict', '《土地管理法》第三十五条'],
    )
    assert.ok(farmland!.share > 0.999)
    assert.ok(Math.abs(farmland!.planar - report.planar) < 0.1)
    const land1 = report.areas.filter(({ layer }) => layer === 'DLTB')
    assert.equal(cents(land1), Math.round(report.planar * 100))
    assert.notEqual(report.planar, report.ellipsoidal)
    const pieces = report.pieces.filter(({ rule }) => rule === 'CM-01')
    assert.equal(cents(pieces), Math.round(farmland!.planar * 100))
    assert.ok(report.ranges[0]!.geometry.coordinates.length > 0)
  },
)

story('land under an approval in force needs no conversion; the approval is named', async (trx, cai) => {
  const approvals = await readFeatures(trx, 'NZYPW')
  const standing = approvals.find(({ attributes }) => attributes.ZT === '1')!
  const rings = [toDegrees(standing.geometry)[0]![0]! as [number, number][]]
  const { reportId } = await act(trx, cai, makeReport, { title: '已批项目', land: { source: 'drawn', rings } })
  const report = await ask(trx, cai, viewReport, { reportId })
  const verdict = (rule: string) => report.verdicts.find((each) => each.rule === rule)!.conclusion
  assert.equal(verdict('CM-05'), 'clear')
  const named = report.approvals.find(({ number }) => number === standing.attributes.PZWH)!
  assert.deepEqual([named.layer, named.valid, named.project], ['NZYPW', true, standing.attributes.XMMC])
})

story('a file of several ranges is read, its faulty row is told of, and all ranges are examined', async (trx, cai) => {
  const { features } = await drawn(trx, 'DLTB', 3)
  const rows = [
    ...features.map(({ geometry }) => ({ attributes: { NAME: '项目' }, geometry: toDegrees(geometry) })),
    { attributes: { NAME: '空' }, geometry: null },
  ]
  const text = writeGeoJson({ name: 'ranges', epsg: 4490, fields: [{ name: 'NAME', type: 'text' }], rows })
  const { digest } = await testFiles.put(Buffer.from(text))
  const land = { source: 'file' as const, fileDigest: digest, fileName: '项目范围.geojson' }
  const { reportId } = await act(trx, cai, makeReport, { title: '三个地块', land })
  const report = await ask(trx, cai, viewReport, { reportId })
  assert.deepEqual([report.ranges.length, report.sourceName], [3, '项目范围.geojson'])
  assert.ok(report.notes.some(({ row }) => row === 4))
  assert.equal(cents(report.areas.filter(({ layer }) => layer === 'DLTB')), Math.round(report.planar * 100))
})

story('the ranges of a monitoring case are examined by one press', async (trx, cai) => {
  const lin = await officer(trx, '林志远')
  const { digest } = await testFiles.put(generateClues(county).delivery())
  const request = { fileDigest: digest, fileName: 'JCTB.zip', source: 'monitoring', period: '2026Q3' } as const
  const { batchId } = await act(trx, lin, uploadBatch, request)
  await runBatch(trx, lin, batchId)
  const { rows } = await ask(trx, lin, listClues, { batchId, conclusion: 'suspect' })
  const clue = rows.find(({ caseId, basicFarmlandArea }) => caseId && basicFarmlandArea > 100)!
  const land = { source: 'case' as const, caseId: clue.caseId! }
  const { reportId, conclusion } = await act(trx, cai, makeReport, { title: '复核', land })
  assert.equal(conclusion, 'conflict')
  const report = await ask(trx, cai, viewReport, { reportId })
  assert.deepEqual([report.sourceName, report.caseId], [clue.caseNumber, clue.caseId])
  const listed = await ask(trx, cai, listReports, { caseId: clue.caseId! })
  assert.deepEqual(
    listed.rows.map(({ id }) => id),
    [reportId],
  )
})

story('a report is shown again as it was given, and saved as a workbook', async (trx, cai) => {
  const { land } = await drawn(trx, 'STBHHX')
  const { reportId, number } = await act(trx, cai, makeReport, { title: '红线内', land })
  assert.deepEqual(await ask(trx, cai, viewReport, { reportId }), await ask(trx, cai, viewReport, { reportId }))
  const { rows } = await ask(trx, cai, listReports, { conclusion: 'conflict' })
  assert.deepEqual([rows[0]?.number, rows[0]?.madeBy, rows[0]?.conclusion], [number, '蔡静', 'conflict'])
  const { bytes, fileName } = await ask(trx, cai, exportReport, { reportId })
  assert.equal(fileName, `合规性审查-${number}.xlsx`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as never)
  assert.deepEqual(
    workbook.worksheets.map(({ name }) => name),
    ['概况', '分项结论', '面积表', '批文与案件'],
  )
  assert.equal(workbook.worksheets[1]!.rowCount, 9)
})

story('land outside the county, no land at all, and land of another town are refused', async (trx, cai) => {
  const square = (x: number, y: number): [number, number][] => [
    [x, y],
    [x + 0.001, y],
    [x + 0.001, y + 0.001],
  ]
  const at = (ring: [number, number][]) => ({ title: '外', land: { source: 'drawn' as const, rings: [ring] } })
  await assert.rejects(act(trx, cai, makeReport, at(square(110, 30))), refused('compliance.report.make.outside'))
  await assert.rejects(
    act(
      trx,
      cai,
      makeReport,
      at([
        [107.7, 32.9],
        [107.7, 32.9],
        [107.7, 32.9],
      ]),
    ),
    refused('compliance.report.make.no-land'),
  )
  const huge: [number, number][] = [
    [107.6, 32.8],
    [107.9, 32.8],
    [107.9, 33.1],
    [107.6, 33.1],
  ]
  await assert.rejects(act(trx, cai, makeReport, at(huge)), refused('compliance.report.make.too-much'))
  const { features, land } = await drawn(trx, 'DLTB')
  const town = String(features[0]!.attributes.ZLDWDM).slice(0, 9)
  const elsewhere = await settle(trx, {
    name: '外镇',
    verbs: ['compliance.*'],
    area: town === '610799101' ? '610799100' : '610799101',
  })
  await assert.rejects(act(trx, elsewhere, makeReport, { title: '别镇', land }), refused('kernel.no-right'))
})
