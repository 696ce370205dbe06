import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'
import type { JobRequest } from '../jobs/job.ts'
import type { CaseProcess } from './case-process.ts'
import { claim } from './claim.ts'
import { completeTask } from './complete-task.ts'
import { type County, county, noon, openTaskOf } from './county.testing.ts'
import { dueTimers } from './fire-due.ts'
import { history } from './history.ts'
import { worklist } from './lists/worklist.ts'
import { openCase } from './open-case.ts'
import { resume, suspend } from './pause.ts'
import { publishProcess } from './publish-process.ts'
import { addSigner, removeSigner } from './signers.ts'
import { readCase, readTask } from './standing.ts'
import type { ServiceInput } from './store-advance.ts'
import { fireTimer, receiveEvent, retryService, serviceDone, serviceFailed } from './waits.ts'
import type { CaseWork } from './work.ts'

let serial = 0
const title = { zh: '环节', en: 'Step' }
const to = (name: string, step: string) => ({ name, to: step })

/** check (job) → wait two working days → hear from the registry → co-signed by two of those named → end */
const process: CaseProcess = {
  key: 'test.waits',
  version: 1,
  title,
  business: 'landuse',
  numbers: 'W{serial}',
  start: 'check',
  steps: [
    { kind: 'serviceTask', id: 'check', title, job: 'test.check', retries: 2, transitions: [to('done', 'publicity')] },
    { kind: 'timer', id: 'publicity', title, wait: { workingDays: 2 }, transitions: [to('over', 'registry')] },
    { kind: 'receive', id: 'registry', title, event: 'registry.answered', transitions: [to('heard', 'sign')] },
    {
      kind: 'userTask',
      id: 'sign',
      title,
      role: 'reviewer',
      verbs: ['claim', 'complete', 'addSigner', 'removeSigner'],
      form: '',
      writable: [],
      assignment: 'pool',
      coSign: { signers: 'signers', pass: 'agree', otherwise: 'refuse', need: 2 },
      transitions: [to('agree', 'agreed'), to('refuse', 'refused')],
    },
    { kind: 'end', id: 'agreed', title, result: 'agreed' },
    { kind: 'end', id: 'refused', title, result: 'refused' },
  ],
}

const story = (tell: (here: County, begun: Begun) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await publishProcess(trx, process, null, noon)
    await tell(here, await begin(here))
  })

type Begun = { id: string; jobs: JobRequest[]; system(now?: Date): CaseWork; token(): string }

async function begin(here: County): Promise<Begun> {
  const jobs: JobRequest[] = []
  const startJob = async (job: JobRequest) => `run-${jobs.push(job)}`
  const system = (now = noon): CaseWork => ({ ...here.as(null, now), startJob })
  const data = { signers: [here.qiang.id, here.min.id, here.li.id] }
  const { id } = await openCase(system(), 'test.waits', { title: '公示', areaCode: '610799102', data })
  return { id, jobs, system, token: () => (jobs.at(-1)!.input as ServiceInput).token }
}

const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)

async function atSigning({ id, system, token }: Begun): Promise<void> {
  await serviceDone(system(), id, token(), { issues: 0 })
  const [timer] = await dueTimers({ ...system(later(3)) }, 10)
  await fireTimer(system(later(3)), id, timer!.token)
  await receiveEvent(system(later(3)), id, 'registry.answered', { registered: true })
}

test(
  'A job is asked for when the case comes to it, and its answer counts once',
  story(async (here, begun) => {
    const { id, jobs, system, token } = begun
    assert.deepEqual(
      jobs.map(({ name, subject }) => [name, subject]),
      [['test.check', `case:${id}`]],
    )
    const first = token()
    await serviceDone(system(), id, first, { issues: 0 })
    await assert.rejects(serviceDone(system(), id, first), /^Refusal: process\.wait\.over/)
    const row = await readCase(here, id)
    assert.equal(row.data.issues, 0)
    assert.deepEqual(
      row.tokens.tokens.map(({ step }) => step),
      ['publicity'],
    )
  }),
)

test(
  'A job that gave up leaves an incident; a retry asks for it again under a new token',
  story(async (here, begun) => {
    const { id, jobs, system, token } = begun
    const first = token()
    await serviceFailed(system(), id, first, 'no connection')
    assert.ok(
      (await history(here, id)).some(({ verb, detail }) => verb === 'incident' && detail.reason === 'no connection'),
    )
    const failed = (await readCase(here, id)).tokens.tokens[0]!
    await retryService(system(), id, failed.id)
    assert.equal(jobs.length, 2)
    assert.notEqual(token(), first)
    await serviceDone(system(), id, token())
  }),
)

test(
  'A job that could not answer while the case was suspended is begun again when it goes on, and counts once',
  story(async (here, { id, jobs, system, token }) => {
    const first = token()
    await suspend(here.as(here.li), id, { kind: 'suspension', reason: '等待' })
    await assert.rejects(serviceDone(system(), id, first), /cases\.is-suspended/)
    await assert.rejects(serviceFailed(system(), id, first, 'is suspended'), /cases\.is-suspended/)
    await resume({ ...system(later(1)), person: here.li }, id)
    assert.deepEqual(
      jobs.map(({ input }) => (input as ServiceInput).token),
      [first, first],
    )
    await serviceDone(system(later(1)), id, token())
    await assert.rejects(serviceDone(system(later(1)), id, first), /process\.wait\.over/)
  }),
)

test(
  'A timer fires once when its day has come, and later by as long as the case was suspended',
  story(async (here, { id, system, token }) => {
    await serviceDone(system(), id, token())
    assert.deepEqual(await dueTimers(system(later(1)), 10), [])
    await suspend(here.as(here.li), id, { kind: 'suspension', reason: '等待' })
    assert.deepEqual(await dueTimers(system(later(3)), 10), [])
    await resume(here.as(here.li, later(2)), id)
    assert.deepEqual(await dueTimers(system(later(3)), 10), [])
    const [timer] = await dueTimers(system(later(4)), 10)
    assert.ok(await fireTimer(system(later(4)), id, timer!.token))
    assert.equal(await fireTimer(system(later(4)), id, timer!.token), undefined)
  }),
)

test('A timer waits until the day or time its expression works out, in Shanghai where it names no zone; anything else is refused', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const until = async (expression: string, data: Record<string, unknown>) => {
      const key = `test.until${++serial}`
      const wait = { kind: 'timer' as const, id: 'wait', title, wait: { until: expression } }
      const steps = [
        { ...wait, transitions: [to('over', 'end')] },
        { kind: 'end' as const, id: 'end', title, result: 'over' },
      ]
      await publishProcess(trx, { ...process, key, numbers: `${key}{serial}`, start: 'wait', steps }, null, noon)
      const { id } = await openCase(here.as(null), key, { title: '公示', areaCode: '610799102', data })
      const { rows } = await sql<{ due: Date }>`select due_at as due from case_wait where case_id = ${id}`.execute(trx)
      return rows[0]!.due.toISOString()
    }
    const decided = { decidedOn: '2026-12-31', at: '2026-12-31T10:00:00' }
    assert.equal(await until('date(decidedOn) + duration("P5D")', decided), '2027-01-04T16:00:00.000Z')
    assert.equal(await until('decidedOn', decided), '2026-12-30T16:00:00.000Z')
    assert.equal(await until('at', decided), '2026-12-31T02:00:00.000Z')
    assert.equal(await until('date and time("2026-12-31T10:00:00+01:00")', {}), '2026-12-31T09:00:00.000Z')
    for (const decidedOn of ['2026-02-30', 'soon', 5, null])
      await assert.rejects(until('decidedOn', { decidedOn }), /cases\.timer\.no-day/, String(decidedOn))
  }))

test(
  'A message nobody waits for is refused and not swallowed',
  story(async (_here, begun) => {
    const { id, system } = begun
    await assert.rejects(receiveEvent(system(), id, 'registry.answered'), /cases\.event\.not-awaited/)
    await atSigning(begun)
    await assert.rejects(receiveEvent(system(), id, 'registry.answered'), /cases\.event\.not-awaited/)
  }),
)

test(
  'Three are asked to sign: each finds a task of their own, and two who agree are enough',
  story(async (here, begun) => {
    await atSigning(begun)
    const taskOf = async (person: County['fang']) => (await worklist(here.as(person), { box: 'todo' })).items[0]!.id
    const [qiang, min, li] = [await taskOf(here.qiang), await taskOf(here.min), await taskOf(here.li)]
    await assert.rejects(claim(here.as(here.min), qiang), /with-other.*李强/)
    assert.equal((await completeTask(here.as(here.qiang), qiang, { outcome: 'agree' })).ended, undefined)
    assert.equal((await completeTask(here.as(here.li), li, { outcome: 'agree' })).ended, 'agreed')
    assert.equal((await readTask(here, min)).state, 'cancelled')
  }),
)

test(
  'Fang is added as a signer, and Min need not sign any more',
  story(async (here, begun) => {
    await atSigning(begun)
    const task = await openTaskOf(here, begun.id)
    const { created } = await addSigner(here.as(here.li), task.id, here.fang.id)
    assert.deepEqual(
      created.map(({ assignee }) => assignee),
      [here.fang.id],
    )
    const [mins] = (await worklist(here.as(here.min), { box: 'todo' })).items
    await removeSigner(here.as(here.li), mins!.id)
    assert.equal((await readTask(here, mins!.id)).state, 'cancelled')
    await assert.rejects(addSigner(here.as(here.li), task.id, here.fang.id), /signer\.already/)
  }),
)
