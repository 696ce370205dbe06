import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { COOKIE } from '../../kernel/http/session-routes.ts'
import { addItems } from '../../kernel/layers/change-sets/add-items.ts'
import { applyChangeSet } from '../../kernel/layers/change-sets/apply.ts'
import { checkChangeSet } from '../../kernel/layers/change-sets/check.ts'
import { createChangeSet } from '../../kernel/layers/change-sets/create.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import { applyResult } from '../../modules/landuse/result/actions/apply-result.ts'
import { draftResultSet } from '../../modules/landuse/result/actions/draft-result.ts'
import { approvedCase } from '../../modules/landuse/result/approved-case.testing.ts'
import { standsAt, station } from '../../modules/landuse/survey/station.testing.ts'
import { act } from '../act.ts'
import { inRollback } from '../harness.ts'
import { assertSaid, deliver, refused, taken } from './bad-input-desk.testing.ts'
import { type Answer, type Office, type Officer, openOffice } from './bad-input-office.testing.ts'

let here: Office
before(async () => {
  here = await openOffice('bad_input_acts')
})
after(() => here.close())

const MEGABYTE = 1024 * 1024

/** The server ends every request it has begun, also one whose sender has gone. */
const nextEnd = () =>
  new Promise<void>((resolve) =>
    here.server.server.once('request', (_request, response) => response.once('close', resolve)),
  )

test('200 MB are announced and the link breaks after 100: nothing is stored, and the server goes on', async () => {
  const before = await here.kept()
  const ended = nextEnd()
  const socket = connect(here.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `PUT /api/files HTTP/1.1\r\nhost: yutu\r\ncookie: ${COOKIE}=${here.lin.token}\r\n` +
      `content-type: application/octet-stream\r\ncontent-length: ${200 * MEGABYTE}\r\n\r\n`,
  )
  const piece = Buffer.alloc(MEGABYTE, 7)
  for (let sent = 0; sent < 100; sent++) if (!socket.write(piece)) await once(socket, 'drain')
  assert.equal((await here.kept()).drafts, 1, 'it was under way')
  socket.resetAndDestroy()
  await ended
  while ((await here.kept()).drafts > 0) await new Promise(setImmediate)
  assert.deepEqual(await here.kept(), before)
  assert.equal((await taken(here, deliver([{}]))).rows.length, 1)
})

test('the same delivery again is refused and names the first batch; both at one moment: one of them is taken', async () => {
  const first = deliver([{}, {}])
  const { batchId } = await taken(here, first)
  const { number } = await here.lin.asks('landuse.batch.view', { batchId })
  const answer = await refused(here, first, 'landuse.batch.upload.same-delivery')
  assert.equal(answer.params?.number, number)
  const { digest } = await here.lin.puts(deliver([{}]))
  const request = { fileDigest: digest, fileName: 'q3.zip', source: 'monitoring', period: '2026Q3' }
  const answers = await together((who) => who.posts('landuse.batch.upload', request))
  await assertOneWins(answers, ['landuse.batch.upload.same-delivery'])
})

test('the same action twice: what has begun is not begun again, what is done is not done again', async () => {
  const { digest } = await here.lin.puts(deliver([{}]))
  const request = { fileDigest: digest, fileName: 'q3.zip', source: 'monitoring', period: '2026Q3' }
  const { batchId } = await here.lin.posts('landuse.batch.upload', request)
  const processes = () => here.lin.posts('landuse.batch.process', { batchId })
  await assertOneWins([await processes(), await processes()], ['landuse.batch.process.running'])
  await here.work()
  const { id } = await clueOf(String(batchId))
  const before = await here.kept()
  const confirms = () => here.lin.posts('landuse.clue.confirm', { clueIds: [id] })
  await assertOneWins([await confirms(), await confirms()], ['landuse.clue.confirm.no-task'])
  const { rows } = await here.kept()
  assert.equal(rows.audit, before.rows.audit! + 1)
  await here.work()
})

test('Lin and Zhao take one task at the same moment: one has it, the other is told by whom', async () => {
  const { id, caseId } = await clueOf((await taken(here, deliver([{}]))).batchId)
  const { rows } = await here.database.query('select id from task where case_id = $1 and state = $2', [caseId, 'open'])
  const taskId = rows[0]!.id
  const claims = await together((who) => who.posts('casework.task.claim', { taskId }))
  const { winner, loser } = await assertOneWins(claims, ['cases.task.with-other'])
  assert.equal(loser.params?.by, winner.name)
  const late = await here[winner.name === here.lin.name ? 'zhao' : 'lin'].posts('landuse.clue.confirm', {
    clueIds: [id],
  })
  assert.deepEqual([late.code, late.params?.by], ['landuse.clue.confirm.held', winner.name])
})

test('Lin and Zhao confirm one clue at the same moment: its case goes on once', async () => {
  const { id, caseId } = await clueOf((await taken(here, deliver([{}]))).batchId)
  const answers = await together((who) => who.posts('landuse.clue.confirm', { clueIds: [id] }))
  await assertOneWins(answers, ['landuse.clue.confirm.no-task', 'landuse.clue.confirm.held', 'cases.task.already-done'])
  const { rows } = await here.database.query(
    "select count(*)::int as done from task where case_id = $1 and step = 'screen' and state = 'done'",
    [caseId],
  )
  assert.equal(rows[0]!.done, 1)
  await here.work()
})

test('the base map moved under He’s draft: applying is refused with feature and person, and all is as it was', () =>
  inRollback(async (trx) => {
    const office = await station(trx)
    const { caseId } = await approvedCase(office, [20, 20, 70, 60])
    const { changeSetId } = await act(trx, office.he, draftResultSet, { caseIds: [caseId] })
    const [field] = await readFeatures(trx, 'DLTB')
    const other = await createChangeSet(trx, { title: '补正备注', by: office.zhao.id, now: new Date() })
    const change = { featureId: field!.id, baseVersion: field!.version, attributes: { BZ: '改' } }
    await addItems(trx, other, [{ layer: 'DLTB', kind: 'modify', ...change }])
    await checkChangeSet(trx, other, new Date())
    await applyChangeSet(trx, other, new Date())
    const before = [await readFeatures(trx, 'DLTB'), await standsAt(trx, caseId)]
    const error = await act(trx, office.he, applyResult, { changeSetId }).catch((thrown: unknown) => thrown)
    assert.ok(error instanceof Refusal)
    const { code, params } = error.problem
    assert.deepEqual([code, params?.feature, params?.by], ['layers.change-set.moved', field!.id, '赵德明'])
    await assertSaid({ code, params }, true)
    assert.deepEqual([await readFeatures(trx, 'DLTB'), await standsAt(trx, caseId)], before)
  }))

/** Both at once where requests have connections of their own; the embedded engine has one, and there they wait for each other. */
const together = (act: (who: Officer) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all([act(here.lin), act(here.zhao)])

async function clueOf(batchId: string): Promise<{ id: string; caseId: string }> {
  const { rows } = (await here.lin.asks('landuse.clue.list', { batchId })) as unknown as {
    rows: { id: string; caseId: string }[]
  }
  return rows[0]!
}

async function assertOneWins(answers: Answer[], codes: string[]): Promise<{ winner: Officer; loser: Answer }> {
  const won = answers.findIndex(({ status }) => status === 200)
  const loser = answers[1 - won]!
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409], JSON.stringify(answers))
  assert.ok(codes.includes(loser.code!), loser.code)
  await assertSaid({ code: loser.code!, params: loser.params }, true)
  return { winner: won === 0 ? here.lin : here.zhao, loser }
}
