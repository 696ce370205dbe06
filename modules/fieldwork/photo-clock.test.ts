import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Trx } from '../../kernel/db/database.ts'
import { act } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { sync } from './actions/sync.ts'
import { collectCase } from './evidence/collect-case.ts'
import { csvTables } from './evidence/tables.ts'
import { dayOfWork, fieldStation, operation, photo } from './field.testing.ts'
import { chainOperations } from './rules/operation-hash.ts'
import type { Measure, ShotClock } from './rules/photo/real-time.ts'
import { photosOf } from './sync/field-work.ts'

type Station = Awaited<ReturnType<typeof fieldStation>>
type Draft = ReturnType<typeof operation>

const DAY = 86_400_000
const iso = (ms: number) => new Date(ms).toISOString()
const measure = (offset: number): Measure => ({ offset, within: 700, at: iso(Date.now() - offset - 60_000) })
/** As a phone tells it whose clock is so many milliseconds behind. */
const by = (draft: Draft, behind: number, clock?: ShotClock): Draft =>
  draft.kind === 'photo.add'
    ? { ...draft, payload: { ...draft.payload, takenAt: iso(Date.now() - behind), ...(clock && { clock }) } }
    : draft

async function handIn(trx: Trx, { madong, caseId }: Station, drafts: Draft[], clock?: Measure) {
  const operations = chainOperations(drafts)
  const { answers } = await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations, ...(clock && { clock }) })
  const photos = new Map((await photosOf(trx, caseId)).map((one) => [one.id, one]))
  return { answers, photoOf: (id: string) => photos.get(id)! }
}

test('SH129 a phone that is a day behind: its photos keep their time, the right one stands beside it, and the task can be handed in', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const drafts = (await dayOfWork(here.taskId)).map((draft) => by(draft, DAY, { ...measure(DAY), moved: 3 }))
    const { answers, photoOf } = await handIn(trx, here, drafts, measure(DAY))
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], ['applied'])
    const shot = photoOf(drafts[2]!.id)
    assert.equal(shot.takenAt!.toISOString(), drafts[2]!.payload.takenAt)
    assert.ok(Math.abs(shot.realAt!.getTime() - Date.now()) < 60_000)
    assert.deepEqual([shot.clock!.how, shot.clock!.offset, shot.clock!.within, shot.doubts], ['shot', DAY, 700, []])
    const { photos } = csvTables([await collectCase(trx, here.caseId)], new Map())
    assert.match(photos, /CODE,REALTM,CLOCKDIFF,CLOCKACC,CLOCKHOW/)
    assert.match(
      photos,
      new RegExp(`${iso(shot.realAt!.getTime() + DAY / 3).slice(0, 19)}\\+08:00,86400\\.0,0\\.7,shot`),
    )
  }))

test('SH129 the same without a measure: it is doubted, and the day it says is not made up', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const drafts = (await dayOfWork(here.taskId)).map((draft) => by(draft, DAY))
    const { photoOf } = await handIn(trx, here, drafts)
    const shot = photoOf(drafts[2]!.id)
    assert.deepEqual([shot.realAt, shot.clock, shot.doubts], [null, null, ['before-task']])
    const { photos } = csvTables([await collectCase(trx, here.caseId)], new Map())
    assert.match(photos, /,,,,\r?\n/)
  }))

test('SH129 the clock is set in the middle of the work: the acts keep their order, and nobody has run', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const place = (draft: Draft, x: number) => ({
      ...draft,
      payload: { ...draft.payload, position: [107.7600123 + x, 33.0100456] },
    })
    // Right at first, then set back by two hours between two photos a minute and 500 m apart.
    const first = place(by(await photo(here.taskId, 1), 60_000, { ...measure(0), moved: 0 }), 0)
    const second = place(by(await photo(here.taskId, 2), DAY / 12, { ...measure(0), moved: -DAY / 12 }), 0.005)
    const drafts = [operation('task.claim', here.taskId), first, second]
    const { photoOf } = await handIn(trx, here, drafts, measure(DAY / 12))
    const [one, two] = [photoOf(first.id), photoOf(second.id)]
    assert.ok(two.takenAt! < one.takenAt! && two.realAt! > one.realAt!)
    assert.deepEqual([one.clock!.how, two.clock!.how, one.doubts, two.doubts], ['shot', 'reset', [], []])
  }))

test('a clock that goes back and was never measured is doubted', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const [first, second] = [by(await photo(here.taskId, 1), 0), by(await photo(here.taskId, 2), 10 * 60_000)]
    const { photoOf } = await handIn(trx, here, [operation('task.claim', here.taskId), first, second])
    assert.deepEqual(photoOf(second.id).doubts.toSorted(), ['before-task', 'clock-went-back'])
  }))
