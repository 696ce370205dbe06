import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { committedDatabase, inRollback } from '../../../testing/harness.ts'
import { startOfDay } from '../../calendar/day.ts'
import { inReading, inTransaction } from '../../db/database.ts'
import type { Person } from '../../identity/can.ts'
import { Refusal } from '../../problems/problem.ts'
import { claim, forceClaim, reassign, unclaim } from '../claim.ts'
import { closeIrregularly, proposeIrregularClosure } from '../close-irregularly.ts'
import { completeTask, returnTask } from '../complete-task.ts'
import { type County, county, noon, openSurvey, openTaskOf } from '../county.testing.ts'
import { lampOf, today } from '../limits.ts'
import { resume, suspend } from '../pause.ts'
import type { TaskRow } from '../tables.ts'
import { withdraw } from '../withdraw.ts'
import { type CaseWork, tablesOf } from '../work.ts'
import { countBox } from './count-boxes.ts'
import { foldTasks } from './fold-tasks.ts'
import { supervisionOverview } from './supervision-overview.ts'
import { AGES } from './waiting-filter.ts'
import { worklist } from './worklist.ts'

const VERB = 'casework.supervision.overview'
const DAY_MS = 86_400_000
const TOWNS = ['610799101', '610799102', '610799102007']
const PEOPLE = ['fang', 'qiang', 'min', 'li', 'tao'] as const

type Act = (work: CaseWork, task: TaskRow) => Promise<unknown>
/** Verbs on the open task of a case; a refusal is an answer too. */
const ACTS: Record<string, Act> = {
  claim: (work, { id }) => claim(work, id),
  unclaim: (work, { id }) => unclaim(work, id),
  complete: (work, { id }) => completeTask(work, id, { outcome: 'field', data: { conclusion: '待查' } }),
  survey: (work, { id }) => completeTask(work, id, { data: { DLBM: '0101' } }),
  close: (work, { id }) => completeTask(work, id, { outcome: 'lawful', data: { conclusion: '合法' } }),
  return: (work, { id }) => returnTask(work, id, { to: 'previous', reason: '有误' }),
  withdraw: async (work, { case_id }) => {
    const done = await tablesOf(work)
      .selectFrom('task')
      .select('id')
      .where('case_id', '=', case_id)
      .where('state', '=', 'done')
      .executeTakeFirst()
    if (done) await withdraw(work, done.id)
  },
  reassign: (work, { id }) => reassign(work, id, work.person!.id, '工作调整'),
  forceClaim: (work, { id }) => forceClaim(work, id, '本人出差'),
  suspend: (work, { case_id }) => suspend(work, case_id, { kind: 'suspension', reason: '等待批文' }),
  resume: (work, { case_id }) => resume(work, case_id),
  propose: (work, { case_id }) => proposeIrregularClosure(work, case_id, '重复立案'),
  confirm: (work, { case_id }) => closeIrregularly(work, case_id),
}

const anAct = fc.record({
  what: fc.constantFrom('open', 'fold', 'nextDay', ...Object.keys(ACTS), ...Object.keys(ACTS)),
  who: fc.constantFrom(...PEOPLE),
  at: fc.nat(5),
})

test('after every verb the counts are those of the tasks, folded or not, on every day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 12, maxLength: 20 }), (acts) =>
      inRollback(async (trx) => {
        const here = await county(trx)
        await foldTasks({ trx, now: noon })
        const cases = [await openSurvey(here), await openSurvey(here, { areaCode: TOWNS[0] })].map(({ id }) => id)
        let now = noon
        for (const { what, who, at } of acts) {
          if (what === 'open') cases.push((await openSurvey(here, { areaCode: TOWNS[at % 3], title: `图斑 ${at}` })).id)
          else if (what === 'fold') await foldTasks({ trx, now })
          else if (what === 'nextDay') now = new Date(now.getTime() + (1 + at) * DAY_MS)
          else await tryTo(ACTS[what]!, here, cases[at % cases.length]!, here.as(here[who], now))
          await agree(here, now)
        }
      }),
    ),
    { numRuns: 12 },
  )
})

async function tryTo(act: Act, here: County, caseId: string, work: CaseWork): Promise<void> {
  const task = await openTaskOf(here, caseId).catch(() => undefined)
  if (!task) return
  await act(work, task).catch((error) => assert.ok(error instanceof Refusal, String(error)))
}

/** What the lists say, and what one finds by looking at every task. */
async function agree(here: County, now: Date): Promise<void> {
  const tasks = await tablesOf(here)
    .selectFrom('task')
    .selectAll()
    .where('state', 'in', ['open', 'claimed', 'suspended'])
    .execute()
  const lamp = (task: TaskRow) => lampOf(task, today(now))
  for (const name of PEOPLE) {
    const work = here.as(here[name], now)
    for (const box of ['todo', 'doing', 'suspended'] as const) {
      const { items } = await worklist(work, { box, limit: 200 })
      const lit = (wanted: string) => items.filter((item) => item.lamp === wanted).length
      assert.deepEqual(
        await countBox(work, box),
        { total: items.length, red: lit('red'), yellow: lit('yellow') },
        `${name} ${box}`,
      )
    }
  }
  const filters = [
    {},
    { area: TOWNS[0] },
    { area: TOWNS[2] },
    { lamp: 'red' as const },
    { step: 'survey' },
    { age: 'd7' as const },
  ]
  for (const filter of filters) {
    const kept = tasks.filter(
      (task) =>
        (!filter.area || task.area_code.startsWith(filter.area)) &&
        (!filter.step || task.step === filter.step) &&
        (!filter.lamp || lamp(task) === filter.lamp) &&
        (!filter.age || ageOf(task, now) === filter.age),
    )
    const told = await supervisionOverview(here.as(here.li, now), VERB, filter)
    const of = (wanted: string) => kept.filter((task) => lamp(task) === wanted).length
    const { total, red, yellow, green, grey } = told
    assert.deepEqual(
      [total, red, yellow, green, grey],
      [kept.length, of('red'), of('yellow'), of('green'), of('grey')],
      JSON.stringify(filter),
    )
    const by = (key: (task: TaskRow) => string) =>
      Object.fromEntries([...Map.groupBy(kept, key)].map(([one, { length }]) => [one, length]))
    assert.deepEqual(
      Object.fromEntries(told.bySteps.map((one) => [one.step, one.total])),
      by(({ step }) => step),
    )
    assert.deepEqual(
      Object.fromEntries(told.byOrganisations.map((one) => [one.key, one.total])),
      by(({ organisation }) => organisation ?? ''),
    )
    assert.deepEqual(
      Object.fromEntries(told.byAges.filter((one) => one.total > 0).map((one) => [one.age, one.total])),
      by((task) => ageOf(task, now)),
    )
    assert.equal(
      told.byAreas.reduce((all, one) => all + one.total, 0),
      kept.length,
    )
    const days = kept.map(({ opened_at }) => (now.getTime() - opened_at.getTime()) / DAY_MS)
    assert.ok(Math.abs(told.longest - Math.max(0, ...days)) < 1e-4)
    assert.ok(Math.abs(told.days - days.reduce((all, one) => all + one, 0) / Math.max(1, days.length)) < 1e-4)
  }
}

function ageOf({ opened_at }: TaskRow, now: Date): string {
  const days = Math.round((startOfDay(today(now)) - startOfDay(today(opened_at))) / DAY_MS)
  return AGES.find(({ min, max }) => days >= min && days < max)!.age
}

test('whoever reads while others act and another folds sees what is there at that moment', async () => {
  const { db } = await committedDatabase('counts')
  const here = await inTransaction(db, county)
  const at = (trx: CaseWork['trx']): County => ({
    ...here,
    trx,
    as: (person, now) => ({ ...here.as(person, now), trx }),
  })
  let acting = true
  const actor = async (person: Person) => {
    for (let k = 0; k < 12; k++) {
      const { task } = await inTransaction(db, (trx) => openSurvey(at(trx)))
      await inTransaction(db, (trx) => claim(at(trx).as(here.fang), task.id))
      const done = { outcome: 'field', data: { conclusion: '待查' } }
      await inTransaction(db, (trx) => completeTask(at(trx).as(here.fang), task.id, done))
      const next = await inTransaction(db, (trx) => openTaskOf(at(trx), task.case_id))
      await inTransaction(db, (trx) => claim(at(trx).as(person), next.id))
    }
  }
  const folder = async () => {
    while (acting) await inTransaction(db, (trx) => foldTasks({ trx, now: noon }))
  }
  const reader = async () => {
    while (acting) {
      const [told, there] = await inReading(db, async (trx) => {
        const { total } = await supervisionOverview({ trx, person: here.li, now: noon }, VERB)
        const { rows } = await sql<{
          n: number
        }>`select count(*)::int as n from task where state in ('open', 'claimed', 'suspended')`.execute(trx)
        return [total, rows[0]!.n]
      })
      assert.equal(told, there)
    }
  }
  await inTransaction(db, (trx) => foldTasks({ trx, now: noon }))
  const others = [folder(), folder(), reader(), reader()]
  await Promise.all([here.qiang, here.min, here.qiang].map(actor)).finally(() => (acting = false))
  await Promise.all(others)
  const { rows } = await sql<{ n: number }>`select coalesce(sum(n), 0)::int as n from task_delta`.execute(db)
  await inTransaction(db, (trx) => foldTasks({ trx, now: noon }))
  const { total } = await inReading(db, (trx) => supervisionOverview({ trx, person: here.li, now: noon }, VERB))
  assert.equal(total, 36, `${rows[0]!.n} were still to be folded`)
})
