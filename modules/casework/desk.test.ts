import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { closeIrregularly, proposeIrregularClosure } from '../../kernel/cases/close-irregularly.ts'
import { completeTask } from '../../kernel/cases/complete-task.ts'
import { type County, county, openSurvey, openTaskOf } from '../../kernel/cases/county.testing.ts'
import { noticesFor } from '../../kernel/cases/talk/notices.testing.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { act, ask, bytesOf, testFiles } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { addComment } from './actions/add-comment.ts'
import { attachResource } from './actions/attach-resource.ts'
import { linkCases } from './actions/link-cases.ts'
import { removeTemplate, saveTemplate } from './actions/opinion-templates.ts'
import { unlinkCases } from './actions/unlink-cases.ts'
import { chooseView, removeListView, saveListView, shareListView } from './actions/views.ts'
import { commentPeople } from './queries/comment-people.ts'
import { downloadAll, exportCase, printCase } from './queries/export-case.ts'
import { mainContract } from './queries/main-contract.ts'
import { listTemplates, listViews } from './queries/personal.ts'
import { resourceVersions } from './queries/resource-versions.ts'
import { searchCases } from './queries/search-cases.ts'
import { overview, trend, waitingList } from './queries/supervision.ts'
import { viewCase } from './queries/view-case.ts'
import { viewCounts, worklist, worklistCounts } from './queries/worklist.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))
const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code.replaceAll('.', '\\.')} `) })

async function atSurvey(here: County, more: { title?: string; areaCode?: string } = {}) {
  const { id, number, task } = await openSurvey(here, more)
  await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { conclusion: '待查' } })
  return { id, number, task: await openTaskOf(here, id) }
}

test(
  'Qiang keeps a view of his town, opens with it, shares it with surveyors; its count follows what is done',
  story(async (here) => {
    const { trx, qiang, min, li } = here
    await atSurvey(here, { areaCode: '610799101' })
    const { task } = await atSurvey(here, { areaCode: '610799102' })
    const view = { page: 'worklist' as const, name: '东镇待办', input: { box: 'todo', area: '610799102' } }
    const { id } = await act(trx, qiang, saveListView, view)
    await assert.rejects(act(trx, qiang, saveListView, view), refusal('cases.view.name-taken'))
    await act(trx, qiang, chooseView, { page: 'worklist', viewId: id })
    const [own] = (await ask(trx, qiang, listViews, { page: 'worklist' })).rows
    assert.deepEqual([own?.name, own?.mine, own?.isDefault, own?.role], ['东镇待办', true, true, null])
    assert.deepEqual((await ask(trx, min, listViews, { page: 'worklist' })).rows, [])
    await act(trx, qiang, shareListView, { viewId: id, role: 'surveyor' })
    const [shared] = (await ask(trx, min, listViews, { page: 'worklist' })).rows
    assert.deepEqual([shared?.name, shared?.mine, shared?.isDefault], ['东镇待办', false, false])
    assert.deepEqual((await ask(trx, li, listViews, { page: 'worklist' })).rows, [])
    await assert.rejects(act(trx, min, removeListView, { viewId: id }), refusal('cases.view.not-yours'))
    assert.deepEqual((await ask(trx, qiang, viewCounts, {})).rows, [{ id, count: 1 }])
    await completeTask(here.as(qiang), task.id, { data: { DLBM: '0101' } })
    assert.deepEqual((await ask(trx, qiang, viewCounts, {})).rows, [{ id, count: 0 }])
    await act(trx, qiang, removeListView, { viewId: id })
    assert.deepEqual((await ask(trx, qiang, listViews, { page: 'worklist' })).rows, [])
  }),
)

test(
  'What was circulated to Li counts until it is read; what Li supervises is in her box and in that of whoever holds it',
  story(async (here) => {
    const { trx, qiang, li } = here
    const { id, task } = await atSurvey(here)
    await sql`insert into circulation (id, case_id, person, by, at, text) values
      (${newId()}, ${id}, ${li.id}, ${qiang.id}, now(), '请阅')`.execute(trx)
    await sql`insert into supervision (id, case_id, by, at, text, until) values
      (${newId()}, ${id}, ${li.id}, now(), '本周办结', '2026-12-01')`.execute(trx)
    assert.equal((await ask(trx, li, worklistCounts, {})).circulated, 1)
    const [told] = (await ask(trx, li, worklist, { box: 'circulated' })).items
    assert.deepEqual([told?.caseId, told?.taskId, told?.note?.by.name, told?.note?.text], [id, null, '李强', '请阅'])
    await sql`update circulation set read_at = now()`.execute(trx)
    assert.equal((await ask(trx, li, worklistCounts, {})).circulated, 0)
    const [watched] = (await ask(trx, li, worklist, { box: 'supervised' })).items
    assert.deepEqual([watched?.step, watched?.note?.until, watched?.reason], ['survey', '2026-12-01', 'supervised'])
    assert.deepEqual((await ask(trx, qiang, worklist, { box: 'supervised' })).items, [])
    await sql`update task set assignee = ${qiang.id} where id = ${task.id}`.execute(trx)
    assert.equal((await ask(trx, qiang, worklistCounts, {})).supervised, 1)
    assert.deepEqual((await ask(trx, li, worklist, { box: 'supervised', area: '610799101' })).items, [])
  }),
)

test(
  'Opinion templates are one’s own, and their titles do not repeat',
  story(async (here) => {
    const { trx, qiang, li } = here
    const { id } = await act(trx, qiang, saveTemplate, { title: '同意', text: '经核实，同意。' })
    await assert.rejects(
      act(trx, qiang, saveTemplate, { title: '同意', text: '再来' }),
      refusal('cases.opinion-template.title-taken'),
    )
    await act(trx, qiang, saveTemplate, { id, title: '同意', text: '情况属实，同意。' })
    assert.deepEqual((await ask(trx, qiang, listTemplates, {})).rows, [{ id, title: '同意', text: '情况属实，同意。' }])
    assert.deepEqual((await ask(trx, li, listTemplates, {})).rows, [])
    await assert.rejects(act(trx, li, removeTemplate, { id }), refusal('cases.opinion-template.unknown'))
    await act(trx, qiang, removeTemplate, { id })
  }),
)

test(
  'Qiang mentions Li beside the case: she is told; Tao, who cannot see it, cannot be mentioned',
  story(async (here) => {
    const { trx, qiang, li, tao } = here
    const { id } = await atSurvey(here)
    const names = (await ask(trx, qiang, commentPeople, { caseId: id, text: '孙' })).rows.map(({ name }) => name)
    assert.deepEqual(names, ['孙丽'])
    await act(trx, qiang, addComment, { caseId: id, text: '请看照片 3', mentions: [li.id] })
    const { comments } = await ask(trx, li, viewCase, { caseId: id })
    assert.deepEqual([comments[0]?.by.name, comments[0]?.mentions[0]?.name], ['李强', '孙丽'])
    const { rows, unread } = await noticesFor({ trx, person: li, now: new Date() })
    assert.deepEqual([rows[0]?.kind, unread], ['mentioned', 1])
    await assert.rejects(
      act(trx, qiang, addComment, { caseId: id, text: '你好', mentions: [tao.id] }),
      refusal('cases.comment.cannot-see'),
    )
  }),
)

test(
  'SH073 a supplement filed while the main contract is open is warned of, and the warning stays in its history',
  story(async (here) => {
    const { trx, qiang, li, min } = here
    const main = await atSurvey(here, { title: '主合同' })
    const supplement = await atSurvey(here, { title: '补充合同' })
    const { found } = await ask(trx, qiang, mainContract, { number: main.number })
    assert.deepEqual([found?.id, found?.isOpen], [main.id, true])
    const link = { caseId: main.id, otherId: supplement.id, kind: 'supplement' as const }
    const { warning } = await act(trx, qiang, linkCases, link)
    assert.equal(warning?.code, 'cases.link.main-contract-open')
    const { history } = await ask(trx, qiang, viewCase, { caseId: supplement.id })
    assert.ok(history.some(({ verb, detail }) => verb === 'mainContractOpen' && detail.main === main.number))
    await act(trx, qiang, unlinkCases, link)
    await assert.rejects(act(trx, qiang, unlinkCases, link), refusal('casework.case.unlink.no-link'))
    await proposeIrregularClosure(here.as(li), main.id, '撤回申请')
    await closeIrregularly(here.as(min), main.id)
    assert.equal((await ask(trx, qiang, mainContract, { caseId: main.id })).found?.isOpen, false)
    assert.equal((await act(trx, qiang, linkCases, link)).warning, null)
  }),
)

test(
  'A file sent again is its second version; the tree shows it once, all files come as one ZIP, the case as page and data',
  story(async (here) => {
    const { trx, qiang } = here
    const { id } = await atSurvey(here, { title: '<b>图斑</b>' })
    const file = async (text: string) => (await testFiles.put(new TextEncoder().encode(text))).digest
    const plan = { caseId: id, folder: '附件', kind: 'file' as const, title: '方案.txt', mediaType: 'text/plain' }
    const first = await act(trx, qiang, attachResource, { ...plan, digest: await file('一') })
    const second = await act(trx, qiang, attachResource, { ...plan, digest: await file('二'), replaces: first.id })
    await assert.rejects(
      act(trx, qiang, attachResource, { ...plan, digest: await file('三'), replaces: first.id }),
      refusal('documents.resource.not-latest'),
    )
    await act(trx, qiang, attachResource, { ...plan, digest: await file('四') })
    const { resources } = await ask(trx, qiang, viewCase, { caseId: id })
    assert.deepEqual(
      resources.map(({ version }) => version),
      [2, 1],
    )
    const { rows } = await ask(trx, qiang, resourceVersions, { resourceId: second.id })
    assert.deepEqual(
      rows.map((one) => one.id),
      [first.id],
    )
    const all = unzipSync(await bytesOf(await ask(trx, qiang, downloadAll, { caseId: id })))
    assert.deepEqual(Object.keys(all).toSorted(), ['附件/方案 (2).txt', '附件/方案.txt'].toSorted())
    const whole = unzipSync(await bytesOf(await ask(trx, qiang, exportCase, { caseId: id })))
    assert.ok('files/附件/方案.txt' in whole)
    assert.equal(JSON.parse(new TextDecoder().decode(whole['case.json'])).case.title, '<b>图斑</b>')
    const page = new TextDecoder().decode((await ask(trx, qiang, printCase, { caseId: id })).bytes)
    assert.match(page, /&lt;b&gt;图斑&lt;\/b&gt;/)
    assert.match(page, /待查/)
  }),
)

test(
  'Cases are found inside what was drawn, by step, organisation-free dates and lamp',
  story(async (here) => {
    const { trx, qiang } = here
    const ring = (x: number): [number, number][] => [
      [x, 3652000],
      [x + 9, 3652000],
      [x + 9, 3652009],
      [x, 3652000],
    ]
    await openSurvey(here, { title: '东', scope: [[ring(36500000)]] })
    await openSurvey(here, { title: '西', scope: [[ring(36400000)]] })
    await atSurvey(here, { title: '外业' })
    const find = async (search = {}) =>
      (await ask(trx, qiang, searchCases, search)).items.map(({ title }) => title).toSorted()
    assert.deepEqual(await find({ within: '107.99,32.9 108.01,32.9 108.01,33.1 107.99,33.1' }), ['东'])
    await assert.rejects(find({ within: '107.99,32.9' }), refusal('casework.case.search.bad-drawing'))
    assert.deepEqual(await find({ step: 'survey' }), ['外业'])
    assert.deepEqual(await find({ from: '2026-11-16', to: '2026-11-16', lamp: 'green', text: '东' }), ['东'])
    assert.deepEqual(await find({ to: '2026-11-15' }), [])
    assert.deepEqual(await find({ field: ['QLR:张三'] }), [])
  }),
)

test(
  'Supervision tells where work waits, within the reader’s area; each number leads to its tasks',
  story(async (here) => {
    const { trx, li, tao } = here
    await atSurvey(here, { title: '甲', areaCode: '610799101' })
    await atSurvey(here, { title: '乙', areaCode: '610799102' })
    await openSurvey(here, { title: '丙', areaCode: '610799102' })
    const seen = await ask(trx, li, overview, {})
    assert.equal(seen.total, 3)
    assert.deepEqual(
      seen.bySteps.map(({ step, total }) => [step, total]),
      [
        ['survey', 2],
        ['screen', 1],
      ],
    )
    assert.equal(seen.red + seen.yellow + seen.green + seen.grey, 3)
    assert.equal(
      seen.byAges.reduce((sum, { total }) => sum + total, 0),
      3,
    )
    assert.equal(
      seen.byAreas.reduce((sum, { total }) => sum + total, 0),
      3,
    )
    assert.equal((await ask(trx, tao, overview, {})).total, 1)
    const { items } = await ask(trx, li, waitingList, { step: 'survey', limit: 1 })
    assert.equal(items.length, 1)
    const age = seen.byAges.find(({ total }) => total > 0)!.age
    assert.equal(
      (await ask(trx, li, waitingList, { age })).items.length,
      seen.byAges.find((one) => one.age === age)!.total,
    )
    const { rows } = await ask(trx, li, trend, { unit: 'month' })
    assert.equal(
      rows.reduce((sum, { opened }) => sum + opened, 0),
      3,
    )
    assert.ok(rows.length >= 12)
  }),
)

test(
  'While Qiang is away Tao finds what was given to Qiang by name in the town lent to her, marked 代 李强',
  story(async (here) => {
    const { trx, qiang, tao } = here
    const far = await atSurvey(here, { title: '远', areaCode: '610799102' })
    const near = await atSurvey(here, { title: '近', areaCode: '610799101' })
    for (const { task } of [far, near])
      await sql`update task set assignee = ${qiang.id} where id = ${task.id}`.execute(trx)
    const lent = { ...tao.rights[0]!, area: '610799101', standInFor: { id: qiang.id, name: qiang.name } }
    const standIn = { ...tao, rights: [...tao.rights, lent] }
    const { items } = await ask(trx, standIn, worklist, { box: 'todo' })
    assert.deepEqual(
      items.map(({ title, onBehalfOf }) => [title, onBehalfOf?.name]),
      [['近', '李强']],
    )
    assert.equal((await ask(trx, standIn, worklistCounts, {})).todo, 1)
    assert.equal((await ask(trx, tao, worklistCounts, {})).todo, 0)
  }),
)
