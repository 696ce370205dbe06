import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { verifyPassword } from '../../kernel/crypto/password.ts'
import type { Trx } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { personOfToken, signInByLink, startSession } from '../../kernel/identity/sessions.ts'
import { viewRun } from '../../kernel/jobs/job-runs.ts'
import { startJob } from '../../kernel/jobs/start-job.ts'
import { act, ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { organisationOf, settle } from '../../testing/people.ts'
import { addPerson } from './actions/add-person.ts'
import { cancelJob } from './actions/cancel-job.ts'
import { endGrant } from './actions/end-grant.ts'
import { endPerson } from './actions/end-person.ts'
import { endSession } from './actions/end-session.ts'
import { grantRight } from './actions/grant-right.ts'
import { makeLink } from './actions/make-link.ts'
import { setPassword } from './actions/set-password.ts'
import { listAudit } from './queries/list-audit.ts'
import { listPeople } from './queries/list-people.ts'
import { listSessions } from './queries/list-sessions.ts'
import { verifyAuditChain } from './queries/verify-audit.ts'

const now = new Date()
const hasCode = (code: string) => (error: { problem?: { code: string } }) => error.problem?.code === code
const NO_RIGHT = hasCode('kernel.no-right')

/** Gu administers everybody, Bai only the institute's people; Lin and Ma work at the bureau and the institute. */
async function bureau(trx: Trx) {
  const gu = await settle(trx, { name: '顾清', verbs: ['administration.*', 'jobs.*'], organisation: 'bureau' })
  const bai = await settle(trx, {
    name: '白露',
    verbs: ['administration.*'],
    organisation: 'institute',
    within: 'institute',
    area: '610799101',
  })
  const lin = await settle(trx, { name: '林志远', verbs: ['landuse.*', 'jobs.cancel'], organisation: 'bureau' })
  const ma = await settle(trx, { name: '马东', verbs: ['fieldwork.*'], organisation: 'institute' })
  return { gu, bai, lin, ma }
}

type Bureau = Awaited<ReturnType<typeof bureau>>
const story = (title: string, tell: (trx: Trx, people: Bureau) => Promise<void>) =>
  test(title, () => inRollback(async (trx) => tell(trx, await bureau(trx))))

const reload = async (trx: Trx, { id }: Person) => (await loadPerson(trx, id))!

story('Gu adds a colleague, who comes in by the link once', async (trx, { gu }) => {
  const organisation = await organisationOf(trx, 'bureau')
  const { id, link } = await act(trx, gu, addPerson, { login: 'heyue', name: '何月', organisation })
  const entered = await signInByLink(trx, link, {}, now)
  assert.equal(typeof entered === 'object' && entered.personId, id)
  assert.equal(await signInByLink(trx, link, {}, now), undefined)
  const again = act(trx, gu, addPerson, { login: 'heyue', name: '何岳', organisation })
  await assert.rejects(again, hasCode('administration.person.add.login-taken'))
})

story('Bai administers the institute and nobody else', async (trx, { bai, lin, ma }) => {
  const elsewhere = await organisationOf(trx, 'bureau')
  await assert.rejects(act(trx, bai, addPerson, { login: 'heyue', name: '何月', organisation: elsewhere }), NO_RIGHT)
  await assert.rejects(act(trx, bai, endPerson, { person: lin.id }), NO_RIGHT)
  await assert.rejects(act(trx, bai, makeLink, { person: lin.id }), NO_RIGHT)
  const { rows } = await ask(trx, bai, listPeople, {})
  assert.deepEqual(rows.map(({ name }) => name).toSorted(), ['白露', '马东'].toSorted())
  await startSession(trx, lin.id, {}, now)
  await startSession(trx, ma.id, {}, now)
  const sessions = await ask(trx, bai, listSessions, {})
  assert.deepEqual(
    sessions.rows.map(({ name }) => name),
    ['马东'],
  )
})

story('an ended account is out at once, and nothing more can be done to it', async (trx, { gu, lin }) => {
  const { token } = await startSession(trx, lin.id, {}, now)
  const { link } = await act(trx, gu, makeLink, { person: lin.id })
  await act(trx, gu, endPerson, { person: lin.id })
  assert.equal(await personOfToken(trx, token, now), undefined)
  assert.equal(await signInByLink(trx, link, {}, now), undefined)
  await assert.rejects(act(trx, gu, endPerson, { person: lin.id }), hasCode('administration.person.unknown'))
  await assert.rejects(
    act(trx, gu, grantRight, { person: lin.id, role: 'x' }),
    hasCode('administration.person.unknown'),
  )
  await assert.rejects(act(trx, gu, endPerson, { person: gu.id }), hasCode('administration.person.end.self'))
})

story('a new link begins afresh: no old password, no old session, no lock', async (trx, { gu, lin }) => {
  const { token } = await startSession(trx, lin.id, {}, now)
  await act(trx, lin, setPassword, { password: 'correct horse battery' }).catch(() => {})
  await sql`insert into sign_in_failure (login, at) values (${lin.login}, ${now})`.execute(trx)
  const { link } = await act(trx, gu, makeLink, { person: lin.id })
  assert.equal(await personOfToken(trx, token, now), undefined)
  const { rows } = await sql<{ n: number }>`select (select count(*) from sign_in_failure where login = ${lin.login})
    + (select count(password_hash) from person where id = ${lin.id}) as n`.execute(trx)
  assert.equal(rows[0]?.n, 0)
  assert.ok(await signInByLink(trx, link, {}, now))
})

story('a password is set once without, and then only with, the present one', async (trx) => {
  const he = await settle(trx, { name: '何月', verbs: ['administration.password.set'] })
  const set = (password: string, current?: string) => act(trx, he, setPassword, { password, current })
  await assert.rejects(set('short'), hasCode('administration.password.set.too-short'))
  await set('correct horse battery')
  await assert.rejects(set('another long phrase'), hasCode('administration.password.set.current-wrong'))
  await assert.rejects(set('another long phrase', 'guess'), hasCode('administration.password.set.current-wrong'))
  await set('another long phrase', 'correct horse battery')
  const { rows } = await sql<{ hash: string }>`select password_hash as hash from person where id = ${he.id}`.execute(
    trx,
  )
  assert.ok(await verifyPassword('another long phrase', rows[0]!.hash))
  const { rows: audit } = await sql<{ text: string }>`select record::text as text from audit`.execute(trx)
  assert.ok(!audit.some(({ text }) => text.includes('phrase') || text.includes('pbkdf2')))
})

story('Gu grants a role, Lin has it at his next request, and loses it again', async (trx, { gu, lin, ma }) => {
  const role = ma.rights[0]!.role
  const grant = { person: lin.id, role, area: '610799101' }
  const { id } = await act(trx, gu, grantRight, grant)
  const { rights } = await reload(trx, lin)
  assert.deepEqual(
    rights.find((right) => right.role === role),
    { role, verbs: ['fieldwork.*'], area: '610799101', organisation: null, business: '*' },
  )
  await assert.rejects(act(trx, gu, grantRight, grant), hasCode('administration.right.grant.held'))
  await act(trx, gu, endGrant, { id })
  assert.equal((await reload(trx, lin)).rights.length, 1)
  await assert.rejects(act(trx, gu, endGrant, { id }), hasCode('administration.right.unknown'))
})

story('nobody gives or takes further than they may act themselves', async (trx, { gu, bai, ma }) => {
  const role = ma.rights[0]!.role
  for (const area of [undefined, '', '610799', '610799102']) {
    await assert.rejects(act(trx, bai, grantRight, { person: ma.id, role, area }), NO_RIGHT, `area ${area}`)
  }
  const { id } = await act(trx, bai, grantRight, { person: ma.id, role, area: '610799101003' })
  const wider = await act(trx, gu, grantRight, { person: ma.id, role, area: '610799' })
  await assert.rejects(act(trx, bai, endGrant, { id: wider.id }), NO_RIGHT)
  await act(trx, bai, endGrant, { id })
  await assert.rejects(
    act(trx, bai, grantRight, { person: bai.id, role, area: '610799101' }),
    hasCode('administration.right.grant.self'),
  )
})

story('a role, an organisation and a person must exist', async (trx, { gu, lin }) => {
  const nowhere = '0198a0b0-0000-7000-8000-000000000000'
  const give = (more: object) => act(trx, gu, grantRight, { person: lin.id, role: 'none', ...more })
  await assert.rejects(give({}), hasCode('administration.right.grant.unknown-role'))
  const role = lin.rights[0]!.role
  await assert.rejects(
    give({ role, organisation: nowhere }),
    hasCode('administration.right.grant.unknown-organisation'),
  )
  await assert.rejects(give({ role, person: nowhere }), hasCode('administration.person.unknown'))
})

story('Gu signs somebody out', async (trx, { gu, bai, lin }) => {
  const { token } = await startSession(trx, lin.id, { address: '10.1.2.3' }, now)
  const { rows } = await ask(trx, gu, listSessions, {})
  assert.equal(rows[0]?.address, '10.1.2.3')
  const { id } = rows[0]!
  await assert.rejects(act(trx, bai, endSession, { id }), NO_RIGHT)
  await act(trx, gu, endSession, { id })
  assert.equal(await personOfToken(trx, token, now), undefined)
  await assert.rejects(act(trx, gu, endSession, { id }), hasCode('administration.session.unknown'))
})

story('a run is cancelled by whoever asked for it, or by the system administrator', async (trx, { gu, lin, ma }) => {
  const request = { name: 'count', subject: 'batch:1', input: {} }
  const mas = await startJob(trx, request, ma.id, now)
  await assert.rejects(act(trx, lin, cancelJob, { runId: mas }), hasCode('jobs.cancel.of-another'))
  await act(trx, gu, cancelJob, { runId: mas })
  assert.equal((await viewRun(trx, mas))?.state, 'cancelled')
  const own = await startJob(trx, request, lin.id, now)
  await act(trx, lin, cancelJob, { runId: own })
  await assert.rejects(act(trx, lin, cancelJob, { runId: own }), hasCode('jobs.cancel.ended'))
})

story('what was done is listed newest first, found by text and person, and verified', async (trx, { gu, lin }) => {
  await act(trx, gu, endPerson, { person: lin.id })
  const { rows } = await ask(trx, gu, listAudit, { text: 'person.end' })
  assert.deepEqual(
    rows.map(({ verb, name, subject }) => [verb, name, subject]),
    [['administration.person.end', '顾清', `person:${lin.id}`]],
  )
  assert.equal((await ask(trx, gu, listAudit, { person: lin.id })).rows.length, 0)
  assert.equal((await ask(trx, gu, listAudit, { before: rows[0]!.sequence })).rows.length, rows[0]!.sequence - 1)
  assert.equal((await ask(trx, gu, verifyAuditChain, {})).whole, true)
})
