// From the review by rules to the document handed over, revoked and shared: XX056, XX058, XX066.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { snapshotOf } from '../../kernel/documents/snapshots.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import { proposeItem } from '../../modules/approvals/actions/propose-item.ts'
import { publishItem } from '../../modules/approvals/actions/publish-item.ts'
import { itemChain } from '../../modules/approvals/chain/item-chain.ts'
import { firstItems } from '../../modules/approvals/items/first-items.ts'
import { reviewCase } from '../../modules/approvals/queries/review-case.ts'
import { issueResult } from '../../modules/approvals/results/issue.ts'
import { downloadResult, listResults, verifyResult } from '../../modules/approvals/results/list.ts'
import { revokeResult } from '../../modules/approvals/results/revoke.ts'
import { downloadSnapshot, viewSnapshot } from '../../modules/casework/queries/snapshots.ts'
import { act, ask, bytesOf } from '../act.ts'
import { inRollback } from '../harness.ts'
import { fileAt, type Office, office, runArchive, work } from './approvals-office.testing.ts'

const codeOf = async (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error) => (error instanceof Refusal ? error.problem.code : Promise.reject(error)),
  )

const inOffice = (story: (here: Office) => Promise<void>) => inRollback(async (trx) => story(await office(trx)))

/** A temporary use of land, accepted, examined, co-signed, granted and delivered. */
async function grantedCase(here: Office): Promise<string> {
  const { caseId } = await fileAt(here, 'LSYD')
  const { liumin, caijing, chengang, luxue, sunlihua, zhouzhengyi } = here
  await work(here, liumin, caseId, 'accept', { outcome: 'accept' })
  await work(here, caijing, caseId, 'check', { outcome: 'pass', data: { checkFinding: '符合规划。' } })
  await work(here, chengang, caseId, 'countersign', { outcome: 'agree' })
  await work(here, luxue, caseId, 'countersign', { outcome: 'agree' })
  await work(here, sunlihua, caseId, 'recheck', { outcome: 'pass' })
  await work(here, zhouzhengyi, caseId, 'decide', { outcome: 'grant' })
  const data = { decisionNumber: '云自然资临〔2026〕7号', decidedOn: '2026-11-20', validUntil: '2028-11-19' }
  await work(here, liumin, caseId, 'deliver', { outcome: 'deliver', data })
  await runArchive(here.trx)
  return caseId
}

test('XX058 The rules of the item review form and map, by the versions of the day it was filed', () =>
  inOffice(async (here) => {
    const { caseId } = await fileAt(here, 'LSYD')
    const { answers, indicators } = await ask(here.trx, here.caijing, reviewCase, { caseId })
    assert.deepEqual(
      answers.map(({ key, version }) => [key, version]),
      [
        ['rules.landOnMap', 1],
        ['rules.temporaryTerm', 1],
      ],
    )
    const area = indicators.find(({ name }) => name === 'mapArea')!.value!
    assert.ok(area > 4 && area < 4.3, String(area))
    const [map, term] = answers.map(({ answer }) => answer)
    assert.ok(map && !('code' in map) && term && !('code' in term))
    // 3.2 ha were applied for, some 4.15 ha drawn.
    assert.deepEqual(map.results, [
      { conclusion: '需核实', opinion: '申报面积与范围图形面积相差超过百分之五，请核对申请表或范围。' },
    ])
    assert.deepEqual(term.results, [{ conclusion: '符合', opinion: '期限符合规定。' }])
  }))

test('XX056 A granted case gets its document once; it is shared, verified by its code, and revoked with a reason', () =>
  inOffice(async (here) => {
    const { trx, liumin, zhouzhengyi, caijing } = here
    const open = await fileAt(here, 'LSYD')
    assert.equal(
      await codeOf(act(trx, liumin, issueResult, { caseId: open.caseId })),
      'approvals.result.issue.not-decided',
    )
    const caseId = await grantedCase(here)
    const { id, code } = await act(trx, liumin, issueResult, { caseId })
    assert.equal(await codeOf(act(trx, liumin, issueResult, { caseId })), 'approvals.result.issue.issued')

    const file = await ask(trx, caijing, downloadResult, { resultId: id })
    const words = strFromU8(unzipSync(await bytesOf(file))['word/document.xml']!).replaceAll(/<[^>]+>/g, ' ')
    for (const word of [
      '临时用地批准书',
      '云自然资临〔2026〕7号',
      '云栖县教育局',
      '3.2 公顷',
      '2028年11月19日',
      code,
      '云栖县自然资源局',
    ])
      assert.ok(words.includes(word), word)
    assert.ok(!/[{}]/.test(words), words)

    const outbox = await sql<{
      payload: Record<string, unknown>
    }>`select payload from outbox where topic = 'approvals.result'`.execute(trx)
    assert.deepEqual(
      outbox.rows.map(({ payload }) => [payload.state, payload.number, payload.validUntil]),
      [['valid', '云自然资临〔2026〕7号', '2028-11-19']],
    )
    assert.equal((await ask(trx, caijing, verifyResult, { code: code.toLowerCase() })).state, 'valid')
    assert.equal(
      await codeOf(act(trx, liumin, revokeResult, { resultId: id, reason: '提供虚假材料' })),
      'kernel.no-right',
    )
    await act(trx, zhouzhengyi, revokeResult, { resultId: id, reason: '提供虚假材料' })
    assert.equal((await ask(trx, caijing, verifyResult, { code })).state, 'revoked')
    assert.equal(
      await codeOf(act(trx, zhouzhengyi, revokeResult, { resultId: id, reason: '再撤' })),
      'approvals.result.revoke.revoked',
    )
    const listed = await ask(trx, caijing, listResults, { state: 'revoked' })
    assert.deepEqual(
      listed.rows.map(({ number, reason, shared }) => [number, reason, shared]),
      [['云自然资临〔2026〕7号', '提供虚假材料', 'waiting']],
    )
    assert.equal((await ask(trx, caijing, listResults, { state: 'valid' })).total, 0)
    assert.equal(
      await codeOf(ask(trx, caijing, verifyResult, { code: '0'.repeat(20) })),
      'approvals.result.verify.unknown',
    )
  }))

test('XX056 A document handed over, or revoked, after the case was archived is chained to its snapshot', () =>
  inOffice(async (here) => {
    const { trx, liumin, zhouzhengyi, caijing } = here
    const caseId = await grantedCase(here)
    const { id } = await act(trx, liumin, issueResult, { caseId })
    const snapshotId = (await snapshotOf(trx, caseId))!
    const seen = async () => ask(trx, caijing, viewSnapshot, { snapshotId })
    const sealed = await seen()
    await act(trx, zhouzhengyi, revokeResult, { resultId: id, reason: '提供虚假材料' })
    const { addenda, fault, digest } = await seen()
    assert.deepEqual(
      addenda.map(({ kind, number, reason, addedBy }) => [kind, number, reason, addedBy.name]),
      [
        ['issued', '云自然资临〔2026〕7号', null, '刘敏'],
        ['revoked', '云自然资临〔2026〕7号', '提供虚假材料', '周正义'],
      ],
    )
    assert.deepEqual([fault, digest], [null, sealed.digest], 'the package stays as it was sealed')
    const file = await ask(trx, caijing, downloadSnapshot, { snapshotId, addendum: 1 })
    assert.deepEqual(await bytesOf(file), await bytesOf(await ask(trx, caijing, downloadResult, { resultId: id })))
    await assert.rejects(sql`savepoint before`.execute(trx).then(() => sql`delete from snapshot_addendum`.execute(trx)))
    await sql`rollback to savepoint before`.execute(trx)
    await sql`alter table snapshot_addendum disable trigger user`.execute(trx)
    await sql`update snapshot_addendum set number = '云自然资临〔2026〕8号' where nth = 1`.execute(trx)
    assert.equal((await seen()).fault?.kind, 'addendum-altered')
  }))

test('XX056 A refused application gets no document, and one of another town’s case is not seen', () =>
  inOffice(async (here) => {
    const { trx, liumin, zhaodeming } = here
    const { caseId } = await fileAt(here, 'LSYD')
    await work(here, liumin, caseId, 'accept', { outcome: 'refuse' })
    await runArchive(trx)
    assert.equal(await codeOf(act(trx, liumin, issueResult, { caseId })), 'approvals.result.issue.not-granted')
    const granted = await grantedCase(here)
    const { id } = await act(trx, liumin, issueResult, { caseId: granted })
    assert.equal((await ask(trx, zhaodeming, listResults, {})).total, 0)
    assert.equal(await codeOf(ask(trx, zhaodeming, downloadResult, { resultId: id })), 'approvals.result.unknown')
  }))

test('XX066 The chain of every item that comes with the program holds for the demo bureau; what is missing is named', () =>
  inOffice(async (here) => {
    const { trx, hanrui, zhouzhengyi } = here
    for (const { code } of firstItems) {
      const { findings } = await ask(trx, hanrui, itemChain, { code })
      assert.deepEqual(
        findings.filter(({ level }) => level === 'error'),
        [],
        code,
      )
    }
    const {
      version,
      publishedAt: _at,
      publishedBy: _by,
      proposedBy: _who,
      reason: _why,
      code,
      ...definition
    } = (await ask(trx, hanrui, itemChain, { code: 'LSYD' })).item
    const { result: _, ...bare } = definition
    const proposed = await act(trx, hanrui, proposeItem, {
      ...{ code, after: version, reason: '试' },
      definition: { ...bare, rules: ['rules.homesteadArea'], cosigners: ['window'] },
    })
    await act(trx, zhouzhengyi, publishItem, { code, ...proposed })
    await sql`update right_grant set ended_at = now() where role = 'leader'`.execute(trx)
    const { findings } = await ask(trx, hanrui, itemChain, { code })
    assert.deepEqual(
      findings
        .filter(({ level }) => level === 'error')
        .map(({ link, problem }) => [link, problem.code, problem.params]),
      [
        ['approval', 'approvals.chain.nobody', { step: '审定', role: 'role.leader' }],
        ['approval', 'approvals.chain.no-cosigner', { section: 'window' }],
        ['decision', 'approvals.chain.rule-facts', { rule: 'rules.homesteadArea', names: 'terrain、homesteadArea' }],
        ['issue', 'approvals.chain.no-result', {}],
      ],
    )
  }))
