import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claim } from '../../../../kernel/cases/claim.ts'
import { type Db, inTransaction, type Trx } from '../../../../kernel/db/database.ts'
import type { Person } from '../../../../kernel/identity/can.ts'
import { grantRole, loadPerson } from '../../../../kernel/identity/people.ts'
import { committedDatabase, inRollback } from '../../../../testing/harness.ts'
import { dispatchStation } from '../dispatch.testing.ts'
import { type Feed, feedOfTasks } from './feed-of-tasks.ts'

const EAST = '610799100201'
const WEST = '610799101201'

/** A phone that keeps what it is told, page by page, to the end of the round. */
function phoneOf(person: Person, limit: number) {
  const listed = new Set<string>()
  let cursor: string | undefined
  const take = ({ tasks, gone, isWhole }: Feed) => {
    if (isWhole) listed.clear()
    for (const { id } of tasks) listed.add(id)
    for (const id of gone) listed.delete(id)
  }
  return {
    listed,
    async pull(trx: Trx, as = person): Promise<number> {
      let rows = 0
      for (let more = true; more; ) {
        const page = await feedOfTasks({ trx, person: as, now: new Date() }, cursor, limit)
        take(page)
        ;({ cursor, more } = page)
        rows += page.tasks.length + page.gone.length
      }
      return rows
    },
  }
}

test('A phone is told everything once, then only what has changed, and what is gone', () =>
  inRollback(async (trx) => {
    const { madong, zhouping, liuxiaofeng, open } = await dispatchStation(trx)
    const tasks = []
    for (let i = 0; i < 7; i++) tasks.push(await open(i % 2 ? EAST : WEST, i * 200))
    const phone = phoneOf(madong, 3)
    await phone.pull(trx)
    assert.equal(phone.listed.size, 7)
    await claim({ trx, person: zhouping, now: new Date() }, tasks[0]!.id)
    await claim({ trx, person: madong, now: new Date() }, tasks[1]!.id)
    await phone.pull(trx)
    assert.ok(!phone.listed.has(tasks[0]!.id), 'what another organisation has is no longer on the list')
    assert.equal(phone.listed.size, 6)
    const town = phoneOf(liuxiaofeng, 3)
    await town.pull(trx)
    assert.equal(town.listed.size, 2, 'his town only, and not what the institute holds')
  }))

test('New rights: the old cursor says nothing, and all is told anew', () =>
  inRollback(async (trx) => {
    const { liuxiaofeng, open } = await dispatchStation(trx)
    await open(EAST)
    await open(WEST, 200)
    const phone = phoneOf(liuxiaofeng, 100)
    await phone.pull(trx)
    assert.equal(phone.listed.size, 1)
    await grantRole(trx, { person: liuxiaofeng.id, role: 'investigator', area: '610799101' })
    await phone.pull(trx, (await loadPerson(trx, liuxiaofeng.id))!)
    assert.equal(phone.listed.size, 2)
  }))

test('A damaged cursor is no cursor', () =>
  inRollback(async (trx) => {
    const { madong, open } = await dispatchStation(trx)
    await open(EAST)
    for (const cursor of ['', 'x', '~~~', 's~1~2', `${'0'.repeat(16)}~w~1~abc`]) {
      const page = await feedOfTasks({ trx, person: madong, now: new Date() }, cursor)
      assert.deepEqual([page.isWhole, page.tasks.length], [true, 1])
    }
  }))

// Commits for real; embedded there is one connection, so nothing can commit late there.
test('What was begun before a pull and commits after it comes with the next', {
  skip: !process.env.DATABASE_URL,
}, async () => {
  const { db } = await committedDatabase('feed')
  const station = await inTransaction(db, async (trx) => {
    const made = await dispatchStation(trx)
    return { ...made, tasks: [await made.open(EAST), await made.open(EAST, 200), await made.open(EAST, 400)] }
  })
  const phone = phoneOf(station.madong, 100)
  const pull = () => inTransaction(db, (trx) => phone.pull(trx))
  await pull()
  const late = await begin(db)
  await claim({ trx: late, person: station.zhouping, now: new Date() }, station.tasks[0]!.id)
  // An act that goes with a read writes at once.
  await late
    .selectFrom('task' as never)
    .select('id' as never)
    .executeTakeFirst()
  await inTransaction(db, (trx) =>
    claim({ trx, person: station.madong, now: new Date() }, station.tasks[1]!.id).then(() => undefined),
  )
  await pull()
  assert.equal(phone.listed.size, 3)
  await late.commit().execute()
  await pull()
  assert.deepEqual([phone.listed.has(station.tasks[0]!.id), phone.listed.size], [false, 2])
  assert.equal(await pull(), 0, 'nothing is told again')
})

const begin = (db: Db) => db.startTransaction().execute()
