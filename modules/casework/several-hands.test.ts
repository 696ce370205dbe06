import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeTask } from '../../kernel/cases/complete-task.ts'
import { type County, county, noon, surveyProcess } from '../../kernel/cases/county.testing.ts'
import { openCase } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../../kernel/identity/people.ts'
import type { IdentityTables } from '../../kernel/identity/tables.ts'
import { act, ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { addSigner } from './actions/add-signer.ts'
import { changeHandler } from './actions/change-handler.ts'
import { claimTask } from './actions/claim-task.ts'
import { askExtension, decideExtension, decideExtensions } from './actions/extend-limit.ts'
import { keepOwnSignature, viewOwnSignature } from './actions/own-signature.ts'
import { signTask } from './actions/sign-task.ts'
import { viewCase } from './queries/view-case.ts'
import { worklist, worklistCounts } from './queries/worklist.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })
const extension = { days: 10, times: 1, role: 'reviewer' }
const handledBy = { survey: 'surveyedBy' }

async function opened(here: County, data: Record<string, unknown> = {}) {
  const process = { ...surveyProcess, key: 'test.hands', extension, handledBy, signed: ['screen'] }
  const steps = process.steps.map((step) =>
    step.kind === 'userTask'
      ? { ...step, verbs: [...step.verbs, 'addSigner' as const, 'removeSigner' as const] }
      : step,
  )
  await publishProcess(here.trx, { ...process, steps }, null, noon)
  const { id, tasks } = await openCase(here.as(here.fang), 'test.hands', { title: '宗地', areaCode: '610799102', data })
  await act(here.trx, here.fang, claimTask, { taskId: tasks[0]!.id })
  return { caseId: id, taskId: tasks[0]!.id }
}

async function reviewerOf({ trx, li }: County, area: string) {
  const id = await addPerson(trx, { login: `of-${area}`, name: '镇领导', organisation: li.organisation.id })
  await grantRole(trx, { person: id, role: 'reviewer', area })
  return (await loadPerson(trx, id))!
}

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))

test(
  '延期 and 前加签 as acts: asked, shown on the case, decided by another, signed by hand',
  story(async (here) => {
    const { trx, fang, li } = here
    const { caseId, taskId } = await opened(here)
    const { id } = await act(trx, fang, askExtension, { taskId, days: 5, reason: '阴雨' })
    const before = await ask(trx, fang, viewCase, { caseId })
    assert.deepEqual(
      before.extensions.map(({ days, granted }) => [days, granted]),
      [[5, null]],
    )
    await assert.rejects(act(trx, fang, decideExtension, { id, granted: true }), refusal('cases.extension.own'))
    const { due } = await act(trx, li, decideExtension, { id, granted: true, answer: '同意' })
    assert.ok(due! > before.due!)
    await act(trx, fang, addSigner, { taskId, signer: li.id })
    const asked = (await ask(trx, li, viewCase, { caseId })).tasks.find(({ mine }) => mine)!
    assert.ok(asked.verbs.includes('sign') && asked.signed)
    const sign = () => act(trx, li, signTask, { taskId: asked.id, opinion: '已核' })
    await assert.rejects(sign(), refusal('cases.signature.none'))
    await act(trx, li, keepOwnSignature, { path: 'M1 1l2 2', width: 600, height: 200, consent: true })
    assert.ok((await ask(trx, li, viewOwnSignature, {})).signature)
    await sign()
    const [opinion] = (await ask(trx, fang, viewCase, { caseId })).opinions
    assert.deepEqual([opinion?.text, opinion?.signature?.path], ['已核', 'M1 1l2 2'])
  }),
)

test(
  '延期 in many: one answer to all that are ticked, what cannot be decided named, the box and its count empty after it',
  story(async (here) => {
    const { trx, fang, li } = here
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      const { taskId } = await opened(here)
      ids.push((await act(trx, fang, askExtension, { taskId, days: 5, reason: '阴雨' })).id)
    }
    const waiting = async () => (await ask(trx, li, worklistCounts, {})).extensions
    assert.equal(await waiting(), 3)
    assert.equal((await ask(trx, li, worklist, { box: 'extensions' })).items.length, 3)
    await act(trx, li, decideExtension, { id: ids[0]!, granted: false, answer: '可内业判读' })
    const { done, refused } = await act(trx, li, decideExtensions, { ids, granted: true, answer: '同意' })
    assert.deepEqual(done.toSorted(), ids.slice(1).toSorted())
    assert.deepEqual(
      refused.map(({ id, problem }) => [id, problem.code]),
      [[ids[0], 'cases.extension.decided']],
    )
    assert.equal(await waiting(), 0)
    const { taskId } = await opened(here)
    const { id } = await act(trx, fang, askExtension, { taskId, days: 5, reason: '阴雨' })
    const elsewhere = await reviewerOf(here, '610799101')
    const { done: none, refused: all } = await act(trx, elsewhere, decideExtensions, { ids: [id], granted: true })
    assert.deepEqual([none, all.map(({ problem }) => problem.code)], [[], ['kernel.no-right']])
    assert.equal(await waiting(), 1, 'whose right ends at another town has decided nothing')
    const own = await act(trx, fang, decideExtensions, { ids, granted: true })
    assert.deepEqual(own.done, [])
  }),
)

test(
  '修改调查机构 as an act: who may only work for one organisation sees the case while a task of it is theirs',
  story(async (here) => {
    const { trx, fang } = here
    const institute = async (code: string) => {
      const organisation = { id: newId(), code, name: code }
      await trx
        .withTables<IdentityTables>()
        .insertInto('organisation')
        .values({ ...organisation, parent: null })
        .execute()
      const id = await addPerson(trx, { login: code, name: code, organisation: organisation.id })
      await grantRole(trx, { person: id, role: 'surveyor', area: '610799', organisation: organisation.id })
      return { organisation, person: (await loadPerson(trx, id))! }
    }
    const [first, second] = [await institute('a'), await institute('b')]
    const { id, name } = first.organisation
    const { caseId, taskId } = await opened(here, { surveyedBy: { id, name } })
    await trx
      .withTables<{ case_: { id: string; organisation: string } }>()
      .updateTable('case_')
      .set({ organisation: fang.organisation.id })
      .where('id', '=', caseId)
      .execute()
    await act(trx, fang, keepOwnSignature, { path: 'M1 1l2 2', width: 600, height: 200, consent: true })
    await completeTask(here.as(fang), taskId, { outcome: 'field', opinion: '待查', data: { conclusion: '待查' } })
    const sees = async (person: typeof first.person) => {
      const { tasks } = await ask(trx, person, viewCase, { caseId })
      return tasks.find(({ step }) => step === 'survey')!.verbs.includes('claim')
    }
    assert.equal(await sees(first.person), true)
    await assert.rejects(sees(second.person), refusal('kernel.no-right'))
    await act(trx, fang, changeHandler, { caseId, organisation: second.organisation.id, reason: '合同变更' })
    assert.equal(await sees(second.person), true)
    await assert.rejects(sees(first.person), refusal('kernel.no-right'))
  }),
)
