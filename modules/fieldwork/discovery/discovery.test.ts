import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { act, ask } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { sync } from '../actions/sync.ts'
import { box, fieldStation, operation, photo } from '../field.testing.ts'
import { publishFieldwork } from '../publish.ts'
import { listFieldTasks } from '../queries/list-tasks.ts'
import { viewFieldTask } from '../queries/view-task.ts'
import { chainOperations } from '../rules/operation-hash.ts'
import type { Operation } from '../schema.ts'
import { listDiscoveries } from './list-discoveries.ts'

const BUSINESS = 'fieldwork.markPatrol'
const send = async (trx: Trx, person: Person, operations: Operation[]) =>
  (await act(trx, person, sync, { deviceId: `phone-of-${person.id}`, operations })).answers

async function station(trx: Trx) {
  const here = await fieldStation(trx)
  await publishFieldwork(trx, new Date(Date.now() - 60_000))
  return here
}

const found = (taskId: string, more: object = {}) =>
  operation('discovery.create', taskId, {
    business: BUSINESS,
    title: '水准点被占压',
    geometry: box(10, 10, 60, 60),
    ...more,
  })

const filled = { markName: 'Ⅱ水准点 17', markKind: 'levelling', condition: 'occupied', cause: '建房占压', description: '标石被院墙压住' } // biome-ignore format: one line

test('What is found in the field becomes a numbered case of its business, with the id the phone gave; handed in it awaits review', () =>
  inRollback(async (trx) => {
    const { madong } = await station(trx)
    const taskId = newId()
    const near = async (azimuth: number, kind: string) => {
      const one = await photo(taskId, azimuth, `mark ${azimuth} ${kind} ${taskId}`)
      return { ...one, payload: { ...one.payload, kind } }
    }
    const photos = await Promise.all([near(10, 'mark'), near(20, 'mark'), near(30, 'far')])
    const day = chainOperations([
      found(taskId, { description: '院墙压住标石' }),
      ...photos,
      operation('form.save', taskId, { values: filled }, 0),
      operation('task.submit', taskId),
    ])
    const answers = await send(trx, madong, day)
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array(6).fill('applied'),
      JSON.stringify(answers),
    )
    assert.match((answers[0]!.current as { number: string }).number, /^标巡〔\d{4}〕\d{5}$/)
    const { rows } = await ask(trx, madong, listDiscoveries, {})
    const [one] = rows
    assert.deepEqual([one!.state, one!.areaCode.slice(0, 6), one!.photos.length], ['awaitingReview', '610799', 3])
    assert.deepEqual([one!.form.markName, one!.form.selfDiscovered], [filled.markName, true])
    // The answer was lost: the same again opens nothing.
    assert.deepEqual(await send(trx, madong, day), answers)
    assert.equal((await ask(trx, madong, listDiscoveries, {})).rows.length, 1)
  }))

test('It is its finder’s own task until it is handed in, with template and form', () =>
  inRollback(async (trx) => {
    const { madong } = await station(trx)
    const taskId = newId()
    await send(trx, madong, chainOperations([found(taskId)]))
    const { tasks } = await ask(trx, madong, listFieldTasks, {})
    assert.ok(tasks.some(({ id, mine }) => id === taskId && mine))
    const view = await ask(trx, madong, viewFieldTask, { taskId })
    assert.deepEqual([view.template?.business, view.form.definition?.key], [BUSINESS, BUSINESS])
    const [answer] = await send(
      trx,
      madong,
      chainOperations([operation('task.submit', taskId)], { sequence: 1, hash: await hashOf(trx) }),
    )
    assert.equal(answer!.problem?.code, 'fieldwork.task.submit.form')
  }))

const hashOf = async (trx: Trx) =>
  (await sql<{ hash: string }>`select hash from field_operation order by received_at desc limit 1`.execute(trx))
    .rows[0]!.hash

test('An unknown business, or land outside the base map, is refused in words and kept', () =>
  inRollback(async (trx) => {
    const { madong } = await station(trx)
    const answers = await send(
      trx,
      madong,
      chainOperations([
        found(newId(), { business: 'landuse' }),
        found(newId(), { geometry: box(50_000, 50_000, 50_060, 50_060) }),
      ]),
    )
    assert.deepEqual(
      answers.map(({ status, problem }) => [status, problem?.code]),
      [
        ['quarantined', 'fieldwork.discovery.create.unknown-business'],
        ['quarantined', 'fieldwork.discovery.create.outside'],
      ],
    )
  }))
