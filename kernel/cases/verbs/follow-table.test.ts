import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../../testing/harness.ts'
import { listedOrganisations } from '../../forms/organisation-table.ts'
import { publishForm } from '../../forms/store.ts'
import { newId } from '../../identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../../identity/people.ts'
import { claim } from '../claim.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, noon, openTaskOf, surveyForm, surveyProcess } from '../county.testing.ts'
import { history } from '../history.ts'
import { worklist } from '../lists/worklist.ts'
import { openCase } from '../open-case.ts'
import { resume, suspend } from '../pause.ts'
import { publishProcess } from '../publish-process.ts'
import { readCase } from '../standing.ts'
import { noticesFor } from '../talk/notices.testing.ts'
import { changeHandler } from './change-handler.ts'
import { casesToFollow, followTable } from './follow-table.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })
const scheme = 'survey-organisations'
const words = { title: { zh: '调查机构', en: 'Survey organisation' } }

async function surveyorOf({ trx }: County, code: string) {
  const organisation = { id: newId(), name: `${code} 测绘院` }
  await sql`insert into organisation (id, code, name) values (${organisation.id}, ${code}, ${organisation.name})`.execute(
    trx,
  )
  const id = await addPerson(trx, { login: code, name: code, organisation: organisation.id })
  await grantRole(trx, { person: id, role: 'surveyor', area: '610799', organisation: organisation.id })
  return { ...organisation, person: (await loadPerson(trx, id))! }
}

/** An edition of the table as it is once two have published it: code → organisation. */
async function publishTable({ trx, fang }: County, edition: string, entries: Record<string, string>) {
  const published = new Date(noon.getTime() + Number(edition) * 1000)
  await sql`insert into dictionary_edition (scheme, edition, title_zh, title_en, source, revision, changed_at, changed_by,
      published_at, published_by)
    values (${scheme}, ${edition}, '调查机构', 'Survey organisations', '框架协议', 1, ${noon}, ${fang.id}, ${published}, ${fang.id})`.execute(
    trx,
  )
  for (const [place, [code, organisation]] of Object.entries(entries).entries())
    await sql`insert into dictionary_item (scheme, edition, code, place, title_zh, title_en, initials, organisation)
      values (${scheme}, ${edition}, ${code}, ${place}, ${code}, ${code}, '', ${organisation})`.execute(trx)
}

/** The form has the surveying organisation chosen out of the table; a case of which the survey is the first's, by A01. */
async function surveyed(here: County) {
  const [first, second, third] = [await surveyorOf(here, 'a'), await surveyorOf(here, 'b'), await surveyorOf(here, 'c')]
  await publishTable(here, '1', { A01: first.id, A02: second.id })
  const field = { name: 'surveyedBy', type: 'organisation' as const, scheme, ...words }
  await publishForm(here.trx, { ...surveyForm, version: 2, fields: [...surveyForm.fields, field] }, null, noon)
  const process = { ...surveyProcess, key: 'test.handled', handledBy: { survey: 'surveyedBy' } }
  const steps = process.steps.map((step) =>
    step.kind === 'userTask' && step.id === 'screen' ? { ...step, writable: ['conclusion', 'surveyedBy'] } : step,
  )
  await publishProcess(here.trx, { ...process, steps }, null, noon)
  const opening = { title: '宗地', areaCode: '610799102', organisation: here.fang.organisation.id }
  const { id, tasks } = await openCase(here.as(here.fang), 'test.handled', opening)
  const assign = (organisation: { id: string; name: string; code?: string }) =>
    completeTask(here.as(here.fang), tasks[0]!.id, {
      outcome: 'field',
      data: { conclusion: '待查', surveyedBy: organisation },
    })
  return { id, assign, first, second, third }
}

const named = ({ id, name }: { id: string; name: string }, code?: string) => ({ id, name, ...(code && { code }) })
const titlesOf = async (here: County, person: County['fang']) =>
  (await worklist(here.as(person), { box: 'todo' })).items.map(({ title }) => title)
const told = async (here: County, person: County['fang']) =>
  (await noticesFor(here.as(person))).rows.map(({ kind }) => kind)

test('SH072: who surveys is chosen out of the table of organisations, at the step and when it is changed', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id, assign, first, second, third } = await surveyed(here)
    assert.deepEqual(
      (await listedOrganisations(trx, scheme, '2026-11-27'))?.map(({ code, name }) => `${code} ${name}`),
      ['A01 a 测绘院', 'A02 b 测绘院'],
    )
    await assert.rejects(assign(named(third)), { name: 'Refusal', message: /forms\.unlisted-organisation/ })
    await assign(named(first, 'A01'))
    const change = (organisation: string) => changeHandler(here.as(here.fang), id, { organisation, reason: '合同变更' })
    await assert.rejects(change(third.id), refusal('cases.handler.not-listed'))
    assert.equal(await change(second.id), 1)
    assert.deepEqual(
      (await readCase(here, id)).data.surveyedBy,
      named(second, 'A02'),
      'with the entry it was chosen by',
    )
  }))

test('An entry that stands for another organisation takes the tasks there, suspended ones too; each once, told and in the history', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id, assign, first, second, third } = await surveyed(here)
    await assign(named(first, 'A01'))
    await claim(here.as(first.person), (await openTaskOf(here, id)).id)
    await publishTable(here, '2', { A01: third.id, A02: second.id })
    const edition = { scheme, edition: '2' }
    assert.deepEqual(await casesToFollow(here.as(here.li), edition), [id])
    const moved = await followTable(here.as(here.li), id, edition)
    assert.deepEqual([moved?.tasks, moved?.to], [1, 'c 测绘院'])
    assert.deepEqual([await titlesOf(here, first.person), await titlesOf(here, third.person)], [[], ['宗地']])
    assert.deepEqual([await told(here, first.person), await told(here, third.person)], [['handedOver'], ['handedHere']])
    const { detail } = (await history(here, id)).findLast(({ verb }) => verb === 'changeHandler')!
    assert.deepEqual([detail.text, detail.reason], ['a 测绘院 → c 测绘院', '调查机构 2: A01'])
    assert.equal(await followTable(here.as(here.li), id, edition), undefined, 'a run after a crash finds it done')
    await suspend(here.as(here.li), id, { kind: 'suspension', reason: '等待批文' })
    await publishTable(here, '3', { A01: first.id, A02: second.id })
    assert.equal((await followTable(here.as(here.li), id, { scheme, edition: '3' }))?.tasks, 1)
    await resume(here.as(here.li), id)
    assert.deepEqual(await titlesOf(here, first.person), ['宗地'])
  }))

test('Before anybody keeps a table every organisation may be chosen; who was chosen so follows when its entry changes', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id, assign, first, second, third } = await surveyed(here)
    await sql`delete from dictionary_item`.execute(trx)
    assert.equal(await listedOrganisations(trx, scheme, '2026-11-27'), undefined)
    await assign(named(third))
    await publishTable(here, '2', { A03: third.id })
    await publishTable(here, '3', { A03: second.id, A01: first.id })
    assert.equal((await followTable(here.as(here.li), id, { scheme, edition: '3' }))?.to, 'b 测绘院')
    assert.deepEqual((await readCase(here, id)).data.surveyedBy, named(second, 'A03'))
  }))
