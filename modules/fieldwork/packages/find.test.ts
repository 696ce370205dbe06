import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openCases } from '../../../kernel/cases/open-case.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { EAST, NORTH, plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { ask } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { settle } from '../../../testing/people.ts'
import { fieldProcess, fieldStation } from '../field.testing.ts'
import { placeToDegrees } from '../rules/plane.ts'
import { find } from './queries/find.ts'

/** One approval, the oldest of 400, each 10 m on; and 400 cases over one place. */
async function crowdedCounty(trx: Trx) {
  const station = await fieldStation(trx)
  const reader = await settle(trx, { name: '查询人', verbs: ['fieldwork.ground.find', 'onemap.*', 'casework.*', 'approvals.*'], area: '610799' }) // biome-ignore format: one row
  for (let k = 0; k < 400; k++) {
    const geometry = toHex(plot(10 * k, 500, 10 * k + 8, 510), 4524)
    await sql`insert into layer_nzypw (id, version, valid_from, made_by, xzqdm, pzwh, xmmc, sydw, geom)
      select ${70_000 + k}, 1, valid_from, made_by, '610799101', ${`陕政土批〔2024〕${k}号`}, ${`项目${k}期`}, '云中水务', ${geometry}::geometry
      from layer_dltb order by id limit 1`.execute(trx)
  }
  const request = { title: '核查', areaCode: '610799101201', scope: plot(0, 0, 50, 50) }
  const opened = await openCases(station.work, fieldProcess.key, Array(400).fill(request))
  return { reader, first: opened[0]!.number, ...station }
}

const here = (x: number, y: number) => placeToDegrees([EAST + x, NORTH + y]).join(',')

// Function points: SH124 SH127
test('SH124 by approval number, project name and case number, however many others there are and however it is written', () =>
  inRollback(async (trx) => {
    const { reader, first } = await crowdedCounty(trx)
    const numbers = async (text: string) => (await ask(trx, reader, find, { text })).rows.map(({ number }) => number)
    assert.deepEqual(await numbers('陕政土批〔2024〕399号'), ['陕政土批〔2024〕399号'])
    assert.deepEqual(await numbers('陕政土批(2024) 7'), [
      ...['陕政土批〔2024〕79号', '陕政土批〔2024〕78号', '陕政土批〔2024〕77号', '陕政土批〔2024〕76号', '陕政土批〔2024〕75号'],
      ...['陕政土批〔2024〕74号', '陕政土批〔2024〕73号', '陕政土批〔2024〕72号', '陕政土批〔2024〕71号', '陕政土批〔2024〕70号'],
      '陕政土批〔2024〕7号',
    ].sort((a, b) => idOf(a) - idOf(b))) // biome-ignore format: read as a list
    assert.deepEqual(await numbers('项目３期'), ['陕政土批〔2024〕3号'], 'full-width digits too')
    assert.deepEqual(await numbers(first), [first], 'the oldest of more cases than a list holds')
    assert.deepEqual(await numbers('%'), [])
    assert.deepEqual(await numbers('〔〕'), [], 'nothing but brackets is nothing')
    assert.equal((await ask(trx, reader, find, { text: '云中水务' })).more, true)
  }))

const idOf = (number: string) => Number(/〕(\d+)/.exec(number)![1])

test('SH124 round a place: what lies within so many metres, the nearest first; who has no right sees nothing', () =>
  inRollback(async (trx) => {
    const { reader } = await crowdedCounty(trx)
    const near = (await ask(trx, reader, find, { place: here(1004, 505), radius: 30 })).rows
    assert.deepEqual(near.slice(0, 3).map(({ number, distance }) => [idOf(number!), distance]), [[100, 0], [99, 6], [101, 6]]) // biome-ignore format: one row
    assert.ok(near.every(({ distance }) => distance! <= 30))
    const wide = (await ask(trx, reader, find, { place: here(3904, 505), radius: 4000 })).rows
    assert.deepEqual([idOf(wide[0]!.number!), wide.length], [390, 100], 'the nearest, not the first of a list')
    const stranger = await settle(trx, { name: '外县', verbs: ['fieldwork.ground.find', 'onemap.*', 'casework.*'], area: '610722' }) // biome-ignore format: one row
    assert.deepEqual((await ask(trx, stranger, find, { place: here(1004, 520), radius: 30 })).rows, [])
    assert.deepEqual((await ask(trx, stranger, find, { text: '陕政土批' })).rows, [])
  }))
