import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import { newId } from '../../identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../../identity/people.ts'
import type { IdentityTables } from '../../identity/tables.ts'
import { claim } from '../claim.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, openTaskOf, surveyProcess } from '../county.testing.ts'
import { saveDraft } from '../forms/drafts.ts'
import { history } from '../history.ts'
import { worklist } from '../lists/worklist.ts'
import { openCase } from '../open-case.ts'
import { publishProcess } from '../publish-process.ts'
import { readTask } from '../standing.ts'
import { noticesFor } from '../talk/notices.testing.ts'
import { changeHandler } from './change-handler.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })
const noon = new Date('2026-11-16T04:00:00Z')

/** Two survey organisations with a surveyor each, who may work for their own only; the case is the first one's. */
async function withInstitutes(here: County) {
  const institute = async (code: string, name: string, surveyor: string) => {
    const organisation = { id: newId(), code, name }
    await here.trx
      .withTables<IdentityTables>()
      .insertInto('organisation')
      .values({ ...organisation, parent: null })
      .execute()
    const id = await addPerson(here.trx, { login: code, name: surveyor, organisation: organisation.id })
    await grantRole(here.trx, { person: id, role: 'surveyor', area: '610799', organisation: organisation.id })
    return { organisation, surveyor: (await loadPerson(here.trx, id))! }
  }
  const process = { ...surveyProcess, key: 'test.handled', handledBy: { survey: 'surveyedBy' } }
  await publishProcess(here.trx, process, null, noon)
  const [first, second] = [await institute('a', '云中测绘院', '吴昊'), await institute('b', '山南勘测公司', '郑洁')]
  const { id: surveyedBy, name } = first.organisation
  const data = { surveyedBy: { id: surveyedBy, name } }
  const { id, tasks } = await openCase(here.as(here.fang), 'test.handled', {
    title: '宗地',
    areaCode: '610799102',
    data,
  })
  await completeTask(here.as(here.fang), tasks[0]!.id, { outcome: 'field', data: { conclusion: '待查' } })
  return { id, task: (await openTaskOf(here, id)).id, first, second }
}

const boxOf = async (here: County, person: Parameters<County['as']>[0]) =>
  (await worklist(here.as(person), { box: 'todo' })).items.map(({ step }) => step)

test('The survey goes to the organisation the case names; named anew, it moves to that one’s to-do box with what was filled in', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id, task, first, second } = await withInstitutes(here)
    assert.deepEqual([await boxOf(here, first.surveyor), await boxOf(here, second.surveyor)], [['survey'], []])
    const { revision } = await claim(here.as(first.surveyor), task)
    await saveDraft(here.as(first.surveyor), task, { note: '已测三点' }, revision)
    const to = second.organisation.id
    assert.equal(await changeHandler(here.as(here.fang), id, { organisation: to, reason: '框架合同变更' }), 1)
    assert.deepEqual([await boxOf(here, first.surveyor), await boxOf(here, second.surveyor)], [[], ['survey']])
    const moved = await readTask(here, task)
    assert.deepEqual(
      [moved.organisation, moved.state, moved.assignee, moved.draft],
      [to, 'open', null, { note: '已测三点' }],
    )
    const told = async (person: typeof first.surveyor) =>
      (await noticesFor(here.as(person))).rows.map(({ kind }) => kind)
    assert.deepEqual([await told(first.surveyor), await told(second.surveyor)], [['handedOver'], ['handedHere']])
    const entry = (await history(here, id)).findLast(({ verb }) => verb === 'changeHandler')!
    assert.equal(entry.detail.text, '云中测绘院 → 山南勘测公司')
    await assert.rejects(
      changeHandler(here.as(here.fang), id, { organisation: to, reason: '再改' }),
      refusal('cases.handler.same'),
    )
  }))

test('Where no field names an organisation there is none to change', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await openCase(here.as(here.fang), 'test.survey', { title: '图斑', areaCode: '610799102' })
    const changing = changeHandler(here.as(here.fang), id, { organisation: here.fang.organisation.id, reason: '改' })
    await assert.rejects(changing, refusal('cases.handler.not-foreseen'))
  }))
