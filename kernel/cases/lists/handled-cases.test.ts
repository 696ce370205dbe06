import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import type { Person } from '../../identity/can.ts'
import { newId } from '../../identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../../identity/people.ts'
import type { IdentityTables } from '../../identity/tables.ts'
import { claim } from '../claim.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, openTaskOf, surveyProcess } from '../county.testing.ts'
import { openCase } from '../open-case.ts'
import { publishProcess } from '../publish-process.ts'
import { readCase } from '../standing.ts'
import { changeHandler } from '../verbs/change-handler.ts'
import { caseTrend } from './case-trend.ts'
import { countBox } from './count-boxes.ts'
import { searchCases } from './search-cases.ts'
import { seersOf } from './seers.ts'
import { worklist } from './worklist.ts'

const SEARCH = 'casework.case.search'

/** A surveyor of a survey organisation, who may work for it only. */
async function surveyorOf({ trx }: County, code: string) {
  const organisation = { id: newId(), code, name: `${code} 测绘院` }
  await trx
    .withTables<IdentityTables>()
    .insertInto('organisation')
    .values({ ...organisation, parent: null })
    .execute()
  const id = await addPerson(trx, { login: code, name: code, organisation: organisation.id })
  await grantRole(trx, { person: id, role: 'surveyor', area: '610799', organisation: organisation.id })
  return { organisation, person: (await loadPerson(trx, id))! }
}

/** Three cases of the bureau; `named` survey the first, the others have not come so far. */
async function bureauCases(here: County, named: { id: string; name: string }) {
  const process = { ...surveyProcess, key: 'test.handled', handledBy: { survey: 'surveyedBy' } }
  await publishProcess(here.trx, process, null, new Date('2026-11-16T04:00:00Z'))
  const organisation = here.fang.organisation.id
  const ids: string[] = []
  for (const title of ['宗地一', '宗地二', '宗地三']) {
    const data = { surveyedBy: { id: named.id, name: named.name } }
    const opening = { title, areaCode: '610799102', organisation, data }
    ids.push((await openCase(here.as(here.fang), 'test.handled', opening)).id)
  }
  const screened = { outcome: 'field', data: { conclusion: '待查' } }
  await completeTask(here.as(here.fang), (await openTaskOf(here, ids[0]!)).id, screened)
  return ids[0]!
}

/** Everything that person's desk says of cases: found, found by organisation, counted by day, in the box and its count. */
async function seen(here: County, person: Person, organisation: string) {
  const work = here.as(person)
  const titles = async (filter = {}) => (await searchCases(work, SEARCH, filter)).items.map(({ title }) => title)
  const days = await caseTrend(work, SEARCH, { unit: 'day' })
  const { items } = await worklist(work, { box: 'todo' })
  assert.equal((await countBox(work, 'todo')).total, items.length)
  return {
    found: await titles(),
    ofOrganisation: await titles({ organisation }),
    received: days.reduce((sum, { opened }) => sum + opened, 0),
    todo: items.map(({ title }) => title),
  }
}

test('What an organisation handles of another’s case is among its cases, in search, counts and boxes; moved to another, it is that one’s', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const [first, second] = [await surveyorOf(here, 'a'), await surveyorOf(here, 'b')]
    const id = await bureauCases(here, first.organisation)
    const look = (one: typeof first) => seen(here, one.person, one.organisation.id)
    const mine = { found: ['宗地一'], ofOrganisation: ['宗地一'], received: 1, todo: ['宗地一'] }
    const nothing = { found: [], ofOrganisation: [], received: 0, todo: [] }
    assert.deepEqual([await look(first), await look(second)], [mine, nothing])
    assert.deepEqual((await searchCases(here.as(here.fang), SEARCH, {})).items.length, 3)
    const seers = async () => (await seersOf(here, await readCase(here, id), { text: '' })).map(({ name }) => name)
    assert.ok((await seers()).includes('a') && !(await seers()).includes('b'))
    await changeHandler(here.as(here.fang), id, { organisation: second.organisation.id, reason: '合同变更' })
    assert.deepEqual([await look(first), await look(second)], [nothing, mine])
    const { id: task } = await openTaskOf(here, id)
    await claim(here.as(second.person), task)
    await completeTask(here.as(second.person), task, { data: { DLBM: '0101' } })
    assert.deepEqual(await look(second), { ...mine, todo: [] }, 'what it has done stays among its cases')
  }))
