// 立案 and 项目全生命周期 on the server: XX059 XX066 XX070, SH069 SH073 SH155.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { fireTimer } from '../../kernel/cases/waits.ts'
import { saveFilingDraft } from '../../modules/approvals/actions/drafts.ts'
import { proposeItem, withdrawItem } from '../../modules/approvals/actions/propose-item.ts'
import { declineItem, publishItem } from '../../modules/approvals/actions/publish-item.ts'
import { recordMilestone } from '../../modules/approvals/actions/record-milestone.ts'
import { registerProject } from '../../modules/approvals/actions/register-project.ts'
import { listDrafts } from '../../modules/approvals/queries/drafts.ts'
import { listProposals, viewProposal } from '../../modules/approvals/queries/item-proposals.ts'
import { listItems, viewItem } from '../../modules/approvals/queries/items.ts'
import { listProjects, viewProject } from '../../modules/approvals/queries/projects.ts'
import { viewFiling } from '../../modules/approvals/queries/view-filing.ts'
import { isProjectCode } from '../../modules/approvals/rules/project-code.ts'
import { fileCase } from '../../modules/casework/actions/file-case.ts'
import { viewCase } from '../../modules/casework/queries/view-case.ts'
import { act, ask } from '../act.ts'
import { inRollback } from '../harness.ts'
import { fileAt, type Office, office, openTasks, runArchive, work } from './approvals-office.testing.ts'

const story = (tell: (here: Office) => Promise<void>) => () => inRollback(async (trx) => tell(await office(trx)))
const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code.replaceAll('.', '\\.')} `) })

const PROJECT = { name: '东关村幼儿园', ownerName: '云栖县教育局', industry: '83', areaCode: '610799100' }
const INSPECTED = { inspectedOn: '2026-11-20', inspection: '现场为旱地，界线清楚' }
const REPLIES = { replies: [{ authority: '生态环境局', reply: 'agree' }] }
const DECISION = { decisionNumber: '云自然资〔2026〕12号', decidedOn: '2026-11-26' }

/** From filing to the end, granted. */
async function grant(here: Office, item: string, project: string) {
  const { liumin, caijing, linzhiyuan, chengang, hewei, sunlihua, zhouzhengyi, trx } = here
  const { caseId } = await fileAt(here, item, { project })
  await work(here, liumin, caseId, 'accept', { outcome: 'accept' })
  const isInspected = item === 'YDYS' || item === 'NYDZY'
  const outcome = isInspected ? 'inspect' : 'pass'
  await work(here, caijing, caseId, 'check', { outcome, data: { checkFinding: '符合规划' } })
  if (isInspected) {
    await work(here, caijing, caseId, 'inspect', { outcome: 'done', data: INSPECTED })
    await work(here, linzhiyuan, caseId, 'consult', { outcome: 'done', data: REPLIES })
  }
  await work(here, chengang, caseId, 'countersign', { outcome: 'agree' })
  await work(here, hewei, caseId, 'countersign', { outcome: 'agree' })
  await work(here, sunlihua, caseId, 'recheck', { outcome: 'pass' })
  await work(here, zhouzhengyi, caseId, 'decide', { outcome: 'grant' })
  await work(here, liumin, caseId, 'deliver', { outcome: 'deliver', data: DECISION })
  await runArchive(trx)
}

test(
  'A project keeps one code from 预审 to the works permit; a stage waits for the one before and is filed once (XX070)',
  story(async (here) => {
    const { trx, liumin } = here
    const { code } = await act(trx, liumin, registerProject, PROJECT)
    assert.ok(isProjectCode(code), code)
    assert.match(code, /^610799\d{4}8300001\d$/)
    await assert.rejects(fileAt(here, 'NYDZY'), refusal('approvals.case.file.no-project'))
    await assert.rejects(fileAt(here, 'NYDZY', { project: code }), refusal('approvals.case.file.stage-not-done'))
    await grant(here, 'YDYS', code)
    await assert.rejects(fileAt(here, 'YDYS', { project: code }), refusal('approvals.case.file.stage-taken'))
    await grant(here, 'NYDZY', code)
    const permit = { project: code, stage: 'construction' as const, number: '施610799', authority: '住房和城乡建设局' }
    await assert.rejects(
      act(trx, liumin, recordMilestone, { ...permit, decidedOn: '2026-11-20' }),
      refusal('approvals.case.file.stage-not-done'),
    )
    await grant(here, 'JSGC', code)
    await act(trx, liumin, recordMilestone, { ...permit, decidedOn: '2026-11-20' })
    const page = await ask(trx, liumin, viewProject, { code })
    assert.deepEqual(
      page.stages.map(({ state }) => state),
      ['done', 'done', 'done', 'done', 'none'],
    )
    assert.deepEqual([page.cases.length, page.milestones.length], [3, 1])
    assert.ok(page.files.length >= 10 && page.scope !== null)
    const { rows } = await ask(trx, liumin, listProjects, { text: '幼儿园' })
    assert.equal(rows[0]?.stages.filter(({ state }) => state === 'done').length, 4)
  }),
)

test(
  'Liu files with form, materials and land; the case carries the item’s promise, section and co-signers',
  story(async (here) => {
    const { trx, liumin, linzhiyuan } = here
    const content = { title: '东关村便道' }
    const draft = await act(trx, liumin, saveFilingDraft, { item: 'LSYD', content })
    assert.equal((await ask(trx, liumin, listDrafts, {})).rows[0]?.title, '东关村便道')
    assert.deepEqual((await ask(trx, linzhiyuan, listDrafts, {})).rows, [])
    await assert.rejects(
      act(trx, linzhiyuan, saveFilingDraft, { id: draft.id, item: 'LSYD', content, revision: 1 }),
      refusal('approvals.draft.unknown'),
    )
    const { caseId, number } = await fileAt(here, 'LSYD', { draft: draft.id })
    assert.match(number, /^临用〔\d{4}〕0001号$/)
    assert.deepEqual((await ask(trx, liumin, listDrafts, {})).rows, [])
    const page = await ask(trx, liumin, viewCase, { caseId })
    assert.deepEqual(
      (page.data.cosigners as { section: string }[]).map(({ section }) => section).toSorted(),
      ['国土空间规划科', '耕地保护科', '自然资源确权登记科'].toSorted(),
    )
    const { rows } = await sql<{ days: number }>`select limit_days as days from case_ where id = ${caseId}`.execute(trx)
    assert.equal(rows[0]?.days, 10)
    const receipt = await ask(trx, liumin, viewFiling, { caseId })
    assert.deepEqual(
      receipt.materials.map(({ files }) => files.length),
      [1, 1, 1, 1, 1, 0],
    )
  }),
)

test(
  'What is missing refuses the filing by name: materials, land, kind of applicant, form, term of temporary use',
  story(async (here) => {
    await assert.rejects(fileAt(here, 'LSYD', { materials: [] }), refusal('approvals.case.file.materials-missing'))
    await assert.rejects(fileAt(here, 'LSYD', { land: undefined }), refusal('approvals.case.file.no-scope'))
    const applicant = { name: '王五', kind: 'person' as const }
    await assert.rejects(fileAt(here, 'YDYS', { applicant }), refusal('approvals.case.file.applicant'))
    await assert.rejects(fileAt(here, 'LSYD', { data: {} }), refusal('cases.file.form-not-complete'))
    await assert.rejects(fileAt(here, 'LSYD', { areaCode: '610799999' }), refusal('casework.case.file.unknown-area'))
    await assert.rejects(fileAt(here, 'XXXX'), { name: 'Refusal' })
    const { trx, liumin, zhaodeming } = here
    const plain = { process: 'approvals.temporary', title: '绕过事项', areaCode: '610799100', data: {} }
    await assert.rejects(act(trx, liumin, fileCase, plain), refusal('casework.case.file.by-item'))
    await assert.rejects(fileAt({ ...here, liumin: zhaodeming }, 'LSYD'), refusal('kernel.no-right'))
  }),
)

test(
  'A supplementary contract whose main case is open is filed only by one who insists, and both are linked (SH073)',
  story(async (here) => {
    const { trx, liumin } = here
    const main = await fileAt(here, 'DJBG')
    const data = { ...PAPERS, contractKind: 'supplement', mainContractNumber: '610799-2026-CR-0031' }
    const filing = { data, mainCase: main.caseId }
    await assert.rejects(fileAt(here, 'DJBG', filing), refusal('approvals.case.file.main-open'))
    const { caseId, warnings } = await fileAt(here, 'DJBG', { ...filing, despiteOpenMain: true })
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['cases.link.main-contract-open'],
    )
    const { links } = await ask(trx, liumin, viewCase, { caseId })
    assert.deepEqual(
      links.map(({ id, kind, direction }) => [id, kind, direction]),
      [[main.caseId, 'supplement', 'from']],
    )
  }),
)

const PAPERS = {
  ...{ contact: '马建军', mobile: '13909160001', place: '城关镇东关村', changeCause: 'supply' },
  contractNumber: '610799-2026-CR-0031-补1',
}

test(
  'Han changes an item: a new version; running cases keep theirs, a closed item takes nothing, two at once are told (XX066)',
  story(async (here) => {
    const { trx, hanrui, liumin, zhouzhengyi } = here
    const before = await fileAt(here, 'LSYD')
    const {
      code,
      version,
      publishedAt: _at,
      publishedBy: _by,
      proposedBy: _who,
      reason: _why,
      ...definition
    } = (await ask(trx, hanrui, viewItem, { code: 'LSYD' })).item
    const change = { code, after: version, reason: '停办', definition: { ...definition, open: false } }
    await assert.rejects(act(trx, liumin, proposeItem, change), refusal('kernel.no-right'))
    const { proposal } = await act(trx, hanrui, proposeItem, change)
    await act(trx, zhouzhengyi, publishItem, { code, proposal })
    await assert.rejects(act(trx, hanrui, proposeItem, change), refusal('approvals.item.publish.changed-meanwhile'))
    await assert.rejects(fileAt(here, 'LSYD'), refusal('approvals.case.file.closed'))
    assert.equal((await ask(trx, liumin, viewFiling, { caseId: before.caseId })).item.version, 1)
    const page = await ask(trx, hanrui, viewItem, { code: 'LSYD' })
    assert.deepEqual(
      page.versions.map((one) => one.version),
      [2, 1],
    )
    const { rows } = await ask(trx, liumin, listItems, { text: '临时' })
    assert.deepEqual(
      rows.map(({ open }) => open),
      [false],
    )
  }),
)

test(
  'It takes two to publish an item: one proposes, another publishes or sends back, and what is answered is what was seen (XX066)',
  story(async (here) => {
    const { trx, hanrui, liumin, zhouzhengyi } = here
    const {
      code,
      version,
      publishedAt: _at,
      publishedBy: _by,
      proposedBy: _who,
      reason: _why,
      ...definition
    } = (await ask(trx, hanrui, viewItem, { code: 'LSYD' })).item
    const change = { code, after: version, reason: '提速', definition: { ...definition, promisedDays: 7 } }
    const first = await act(trx, hanrui, proposeItem, change)
    await assert.rejects(act(trx, hanrui, proposeItem, change), refusal('approvals.item.propose.waiting'))
    const own = act(trx, hanrui, publishItem, { code, ...first })
    await assert.rejects(own, (error: Error) => /same-person/.test(error.message) && /周正义/.test(error.message))
    await assert.rejects(act(trx, liumin, publishItem, { code, ...first }), refusal('kernel.no-right'))
    assert.equal((await ask(trx, hanrui, viewItem, { code })).item.promisedDays, 10, 'nothing has changed yet')
    await act(trx, zhouzhengyi, declineItem, { code, ...first, reason: '请说明依据' })
    const gone = refusal('approvals.item.publish.not-proposed')
    await assert.rejects(act(trx, zhouzhengyi, publishItem, { code, ...first }), gone)
    const second = await act(trx, hanrui, proposeItem, { ...change, reason: '市局第 8 号通知' })
    await assert.rejects(act(trx, zhouzhengyi, publishItem, { code, ...first }), gone)
    const seen = await ask(trx, zhouzhengyi, viewProposal, { code })
    assert.deepEqual(seen.changes, [{ part: 'promisedDays', before: 10, after: 7 }])
    await act(trx, zhouzhengyi, publishItem, { code, ...second })
    const { item, versions } = await ask(trx, hanrui, viewItem, { code })
    assert.deepEqual([item.promisedDays, item.proposedBy?.name, item.publishedBy?.name], [7, '韩睿', '周正义'])
    assert.deepEqual([versions.length, (await ask(trx, hanrui, listProposals, {})).rows], [2, []])
    await assert.rejects(act(trx, hanrui, withdrawItem, { code }), gone)
  }),
)

test(
  'A qualification stands in public for five working days; then it is decided and takes the ministry’s number (SH155)',
  story(async (here) => {
    const { trx, liumin, caijing, linzhiyuan, zhouzhengyi } = here
    const applicant = { name: '陕南地勘院', kind: 'enterprise' as const }
    const { caseId } = await fileAt(here, 'DZZH', { land: undefined, applicant })
    await work(here, liumin, caseId, 'accept', { outcome: 'accept' })
    await work(here, caijing, caseId, 'prelim', { outcome: 'pass', data: { checkFinding: '人员、业绩符合' } })
    await work(here, linzhiyuan, caseId, 'ministry', { outcome: 'done', data: { ministryCheck: '无异常' } })
    const experts = { reviewedOn: '2026-11-20', expertConclusion: 'pass' }
    await work(here, linzhiyuan, caseId, 'experts', { outcome: 'publish', data: experts })
    assert.deepEqual(
      (await openTasks(here, caseId)).map(({ step }) => step),
      ['objection'],
    )
    const { rows } = await sql<{ token: string; at: Date }>`select token, due_at as at from case_wait
      where case_id = ${caseId}`.execute(trx)
    await fireTimer({ trx, person: null, now: rows[0]!.at }, caseId, rows[0]!.token)
    await work(here, zhouzhengyi, caseId, 'decide', { outcome: 'grant' })
    const certificate = { certificateNumber: '610020261101', decidedOn: '2026-11-26' }
    await work(here, linzhiyuan, caseId, 'certificate', { outcome: 'done', data: certificate })
    await work(here, liumin, caseId, 'announce', { outcome: 'deliver', data: { announcedOn: '2026-11-26' } })
    await runArchive(trx)
    assert.equal((await ask(trx, liumin, viewCase, { caseId })).result, 'granted')
  }),
)

test(
  'A cadastral change goes from the contract to the changed parcels through six pairs of hands',
  story(async (here) => {
    const { trx, linzhiyuan, madong, caijing, heguanli, sunlihua } = here
    const { caseId } = await fileAt(here, 'DJBG')
    const { rows } = await sql<{ id: string }>`select id from organisation where code = 'mapping-institute'`.execute(
      trx,
    )
    const surveyedBy = { id: rows[0]!.id, name: '云中测绘院' }
    await work(here, linzhiyuan, caseId, 'assign', { outcome: 'assign', data: { surveyedBy } })
    const parcels = [{ before: '610799100001GB00012', after: '610799100001GB00087', area: 32000 }]
    await work(here, madong, caseId, 'draw', { outcome: 'done', data: { drawingWay: 'cut', parcels } })
    await work(here, caijing, caseId, 'quality', { outcome: 'pass', data: { qualityFinding: '无拓扑错误' } })
    await work(here, heguanli, caseId, 'tentative', { outcome: 'done' })
    await work(here, linzhiyuan, caseId, 'slip', { outcome: 'done', data: { slipNumber: '确认〔2026〕3号' } })
    await work(here, sunlihua, caseId, 'confirm', { outcome: 'confirm' })
    await work(here, heguanli, caseId, 'change', { outcome: 'done', data: { changedOn: '2026-11-26' } })
    await runArchive(trx)
    assert.equal((await ask(trx, linzhiyuan, viewCase, { caseId })).result, 'completed')
  }),
)
