// 宅基地地籍变更 and its statistics: SH070, XX018 (a process asks a rule).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { fileCase } from '../../modules/casework/actions/file-case.ts'
import { publishOwnership } from '../../modules/ownership/publish.ts'
import { exportStatistics } from '../../modules/ownership/statistics/export.ts'
import { homesteadStatistics } from '../../modules/ownership/statistics/overview.ts'
import { viewRule } from '../../modules/processes/business-rules/view-rule.ts'
import { act, ask } from '../act.ts'
import { inRollback } from '../harness.ts'
import { type Office, office, openTasks, runArchive, work } from './approvals-office.testing.ts'

const household = {
  ...{ householder: '张三', mobile: '13909160001', persons: 4, cause: 'rebuild', place: '城关镇东关村三组' },
  ...{ terrain: '川地塬地', homesteadArea: 186.5 },
}

const inOffice = (story: (here: Office) => Promise<void>) =>
  inRollback(async (trx) => {
    const here = await office(trx)
    await sql`insert into area (code, name, level, parent) values ('610799100201', '东关村', 'village', '610799100'),
      ('610799100202', '南门村', 'village', '610799100'), ('610799101', '清水河镇', 'town', '610799')`.execute(trx)
    await publishOwnership(trx, new Date())
    await story(here)
  })

const file = async ({ trx, caijing }: Office, areaCode: string, more: Record<string, unknown> = {}) =>
  act(trx, caijing, fileCase, {
    ...{ process: 'ownership.homestead', title: '东关村张三宅基地变更', areaCode, data: { ...household, ...more } },
  })

test('a homestead within the standard is assigned at once; one over it is looked into first, by the rule of that day', () =>
  inOffice(async (here) => {
    const steps = async (more?: Record<string, unknown>) =>
      (await openTasks(here, (await file(here, '610799100201', more)).caseId)).map(({ step }) => step)
    assert.deepEqual(await steps(), ['assign'])
    assert.deepEqual(await steps({ homesteadArea: 200.01 }), ['verify'])
    assert.deepEqual(await steps({ homesteadArea: 240, terrain: '山地丘陵' }), ['assign'])
    const { usedBy } = await ask(here.trx, here.caijing, viewRule, { key: 'rules.homesteadArea' })
    assert.deepEqual(
      usedBy.map(({ process }) => process),
      ['ownership.homestead'],
    )
  }))

test('a homestead that is not confirmed is refused and archived', () =>
  inOffice(async (here) => {
    const { caseId } = await file(here, '610799100201', { homesteadArea: 320 })
    await work(here, here.caijing, caseId, 'verify', {
      ...{ outcome: 'refuse', data: { overFinding: '超出部分未经批准，不符合面积标准。' } },
    })
    await runArchive(here.trx)
    const { rows } = await sql<{
      state: string
      result: string
    }>`select state, result from case_ where id = ${caseId}`.execute(here.trx)
    assert.deepEqual(rows, [{ state: 'ended', result: 'refused' }])
  }))

test('SH070 The statistics go down from county to village, by step and month, in time or not, within the reader’s area', () =>
  inOffice(async (here) => {
    const { trx, zhouzhengyi, zhaodeming } = here
    const [late, done] = [await file(here, '610799100201'), await file(here, '610799100201')]
    await file(here, '610799100202', { homesteadArea: 230 })
    await file(here, '610799101')
    await sql`update case_ set due = '2020-01-10', warn_from = '2020-01-07' where id = ${late.caseId}`.execute(trx)
    await sql`update case_ set state = 'ended', result = 'completed', opened_at = now() - interval '4 days', closed_at = now(),
      due = (now() + interval '9 days')::date where id = ${done.caseId}`.execute(trx)
    await sql`update task set state = 'cancelled' where case_id = ${done.caseId}`.execute(trx)

    const whole = await ask(trx, zhouzhengyi, homesteadStatistics, {})
    const { meanDays, ...all } = whole.all
    assert.deepEqual(all, {
      ...{
        filed: 4,
        running: 3,
        suspended: 0,
        red: 1,
        yellow: 0,
        changed: 1,
        refused: 0,
        irregular: 0,
        closed: 1,
        limited: 1,
        onTime: 1,
      },
    })
    assert.equal(Math.round(meanDays!), 4)
    assert.deepEqual(
      whole.byAreas.map(({ key, name, filed, red }) => [key, name, filed, red]),
      [
        ['610799100', '城关镇', 3, 1],
        ['610799101', '清水河镇', 1, 0],
      ],
    )
    assert.deepEqual(
      whole.bySteps.map(({ step, open }) => [step, open]),
      [
        ['verify', 1],
        ['assign', 2],
      ],
    )
    assert.deepEqual([whole.byMonths.length, whole.byMonths.reduce((sum, { closed }) => sum + closed, 0)], [12, 1])
    const town = await ask(trx, zhouzhengyi, homesteadStatistics, { area: '610799100' })
    assert.deepEqual(
      town.byAreas.map(({ name, filed }) => [name, filed]),
      [
        ['东关村', 2],
        ['南门村', 1],
      ],
    )
    assert.equal((await ask(trx, zhouzhengyi, homesteadStatistics, { to: '2020-01-01' })).all.filed, 0)
    const other = await ask(trx, zhaodeming, homesteadStatistics, {})
    assert.deepEqual([other.all.filed, other.byAreas.map(({ key }) => key)], [1, ['610799101']])
  }))

test('SH070 The workbook holds the same numbers, its last line the sum', () =>
  inOffice(async (here) => {
    await file(here, '610799100201')
    await file(here, '610799101')
    const { bytes } = await ask(here.trx, here.zhouzhengyi, exportStatistics, {})
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    assert.deepEqual(
      book.worksheets.map(({ name }) => name),
      ['按行政区', '按环节', '按月份'],
    )
    const rows = book.worksheets[0]!.getSheetValues().slice(2) as unknown[][]
    assert.deepEqual(
      rows.map((row) => [row[1] ?? '', row[2], row[3]]),
      [
        ['610799100', '城关镇', 1],
        ['610799101', '清水河镇', 1],
        ['', '合计', 2],
      ],
    )
  }))
