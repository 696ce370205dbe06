import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../../testing/harness.ts'
import { publishForm } from '../../forms/store.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, noon, openTaskOf, surveyProcess } from '../county.testing.ts'
import { setFacts } from '../facts.ts'
import { openCase } from '../open-case.ts'
import { publishProcess } from '../publish-process.ts'
import { searchCases } from './search-cases.ts'

const words = (zh: string) => ({ title: { zh, en: zh } })

const form = {
  key: 'test.owner',
  version: 1,
  ...words('权利人'),
  fields: [
    { name: 'conclusion', type: 'text' as const, ...words('结论') },
    { name: 'QLR', type: 'text' as const, searchable: true as const, ...words('权利人') },
    {
      ...{ name: 'surveyor', type: 'code' as const, scheme: 'survey-orgs', edition: '2026', searchable: true as const },
      ...words('调查机构'),
    },
  ],
}

const process = {
  ...surveyProcess,
  key: 'test.owner',
  steps: surveyProcess.steps.map((step) =>
    step.kind === 'userTask' ? { ...step, form: form.key, writable: ['QLR', 'conclusion', 'surveyor'] } : step,
  ),
}

const story = (tell: (here: County) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await publishForm(trx, form, null, noon)
    await publishProcess(trx, process, null, noon)
    await tell(here)
  })

test(
  'A case is found by what its forms say when it is opened, when a step changes it, and when the business finds it out',
  story(async (here) => {
    const open = (QLR: string) =>
      openCase(here.as(here.fang), process.key, { title: QLR, areaCode: '610799102', data: { QLR } })
    const { id } = await open('张三丰')
    await open('李四 100%')
    const find = async (text: string, name = 'QLR') =>
      (await searchCases(here.as(here.fang), 'casework.case.search', { fields: [{ name, text }] })).items.length
    assert.deepEqual([await find('三'), await find('100%'), await find('王'), await find('三', 'other')], [1, 1, 0, 0])
    const task = await openTaskOf(here, id)
    await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { QLR: '王五' } })
    assert.deepEqual([await find('张三'), await find('王五')], [0, 1])
    await setFacts(here.as(here.fang), id, { QLR: '赵六' })
    assert.deepEqual([await find('王五'), await find('赵六')], [0, 1])
    const { rows } = await sql`select from case_search_field where case_id = ${id}`.execute(here.trx)
    assert.equal(rows.length, 1)
  }),
)

/** A published edition of the bureau's own, as modules/forms keeps it. */
async function surveyOrganisations({ trx, fang }: County): Promise<void> {
  await sql`insert into dictionary_edition (scheme, edition, title_zh, title_en, source, revision, changed_at, changed_by, published_at, published_by)
    values ('survey-orgs', '2026', '测绘单位名录', 'Survey organisations', '省厅', 1, ${noon}, ${fang.id}, ${noon}, ${fang.id})`.execute(
    trx,
  )
  await sql`insert into dictionary_item (scheme, edition, code, place, title_zh, title_en, initials)
    values ('survey-orgs', '2026', 'MB0001', 0, '云中测绘院', 'Yunzhong Survey', 'yzchy')`.execute(trx)
}

test(
  'A code of the bureau’s own table finds the case by its words, in either language, as well as by the code',
  story(async (here) => {
    await surveyOrganisations(here)
    const data = { QLR: '张三丰', surveyor: 'MB0001' }
    await openCase(here.as(here.fang), process.key, { title: '图斑', areaCode: '610799102', data })
    const find = async (text: string) =>
      (await searchCases(here.as(here.fang), 'casework.case.search', { fields: [{ name: 'surveyor', text }] })).items
        .length
    assert.deepEqual(
      [await find('MB0001'), await find('云中测绘'), await find('yunzhong'), await find('山南')],
      [1, 1, 1, 0],
    )
  }),
)
