import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../../kernel/identity/new-id.ts'
import { box } from '../../modules/fieldwork/field.testing.ts'
import { type FieldTask, fieldSite, type Site } from '../../testing/durability/field-site.ts'
import { type Measure, percentile } from '../measure.ts'
import { Device } from './devices.ts'
import { DEVICES, type Plan } from './settings.ts'
import { submissions } from './submissions.ts'

const OPERATIONS_A_SECOND = 250
const OPERATIONS_A_BATCH = 5
/** Batches each device has sent before the clock starts. */
const WARM = 2

/** What the server does with phones: the server in a process of its own on the engine DATABASE_URL names, or the embedded one. */
export async function* serverWork({ seconds, photosSent }: Plan): AsyncGenerator<Measure> {
  const site = await fieldSite({ people: DEVICES, tasks: DEVICES })
  try {
    const origin = await site.origin()
    const devices = site.people.map(({ token }) => new Device(origin, token))
    const senders = devices.map((device, n) => ({ device, person: site.people[n]!.id, task: site.tasks[n]! }))
    for (const { device, task } of senders)
      await device.sync([{ kind: 'task.claim', taskId: task.taskId, payload: {} }])
    yield* justBegun(devices, site.tasks)
    yield* operations(devices, site.tasks, seconds)
    yield* unpaused(devices, site.tasks, seconds / 2)
    yield* oneProject(origin, site)
    yield* submissions(senders, photosSent)
    for (const device of devices) device.close()
  } finally {
    await site.end()
  }
}

/** One visit's acts: a patch drawn, described, its form filled in. */
function batchOf({ taskId }: FieldTask, n: number) {
  const at = 2 + (n % 90)
  const patchId = newId()
  const patch = { patchId, geometry: box(at, at, at + 8, at + 8), DLBM: '0702', base: { DLBM: null, outline: '' } }
  return [
    { kind: 'patch.save' as const, taskId, payload: patch },
    { kind: 'patch.save' as const, taskId, payload: { patchId, note: '砖混两层', base: { note: null } } },
    { kind: 'form.save' as const, taskId, payload: { values: { floors: n }, base: {} } },
    { kind: 'patch.save' as const, taskId, payload: { patchId, attributes: { QSXZ: '30' }, base: { attributes: {} } } },
    { kind: 'patch.save' as const, taskId, payload: { patchId, removed: true, base: {} } },
  ]
}

/** A server has run for a while when the phones come home, its code compiled, its memory its own; here it has not: what the first meet is told too. */
async function* justBegun(devices: Device[], tasks: FieldTask[]): AsyncGenerator<Measure> {
  const times: number[] = []
  const send = async (device: Device, n: number, round: number) => {
    const begun = performance.now()
    await device.sync(batchOf(tasks[n]!, round))
    times.push(performance.now() - begun)
  }
  for (let round = 0; round < WARM; round++) await Promise.all(devices.map((device, n) => send(device, n, round)))
  const work = `a server just begun: the first ${WARM} batches of all ${DEVICES} devices at once, p95`
  yield { work, value: percentile(times, 0.95), unit: 'ms', aim: null }
}

/** Batches begin at an even pace whatever becomes of those before; who waits because the server is slow is counted as waiting. */
async function* operations(devices: Device[], tasks: FieldTask[], seconds: number): AsyncGenerator<Measure> {
  const batches = Math.floor((OPERATIONS_A_SECOND / OPERATIONS_A_BATCH) * seconds)
  const every = (1000 * OPERATIONS_A_BATCH) / OPERATIONS_A_SECOND
  const times: number[] = []
  let failed = 0
  const begun = performance.now()
  const lines = devices.map(async (device, n) => {
    for (let k = n; k < batches; k += devices.length) {
      const meant = begun + k * every
      await pause(Math.max(0, meant - performance.now()))
      const { status, answers } = await device.sync(batchOf(tasks[n]!, k))
      if (status !== 200 || answers.some((answer) => answer.status !== 'applied')) failed += 1
      times.push(performance.now() - meant)
    }
  })
  await Promise.all(lines)
  const took = (performance.now() - begun) / 1000
  const who = `${DEVICES} devices, batches of ${OPERATIONS_A_BATCH} after ${WARM} to warm up`
  const fault = failed > 0 ? { failed: `${failed} batches were not simply done` } : {}
  const value = (batches * OPERATIONS_A_BATCH) / took
  yield {
    work: `operations taken a second, ${who}, ${OPERATIONS_A_SECOND} offered`,
    value,
    unit: '/s',
    aim: 200,
    ...fault,
  }
  yield {
    work: 'the same, from when it was meant to begin to the answer, p95',
    value: percentile(times, 0.95),
    unit: 'ms',
    aim: 150,
  }
}

/** Every device sends its next batch as soon as it has the answer: what the server does at most. */
async function* unpaused(devices: Device[], tasks: FieldTask[], seconds: number): AsyncGenerator<Measure> {
  const begun = performance.now()
  const isOver = () => performance.now() - begun > 1000 * seconds
  const lines = devices.map(async (device, n) => {
    let batches = 0
    for (; !isOver(); batches++) await device.sync(batchOf(tasks[n]!, batches))
    return batches
  })
  const batches = (await Promise.all(lines)).reduce((sum, one) => sum + one, 0)
  const value = (batches * OPERATIONS_A_BATCH * 1000) / (performance.now() - begun)
  yield { work: `the same without a pause, ${DEVICES} devices`, value, unit: '/s', aim: null }
}

/** All devices at once on the task of one project: each gets an answer, none is told to come again. */
async function* oneProject(origin: string, { people, tasks }: Site): AsyncGenerator<Measure> {
  const { token } = people[0]!
  const all = Array.from({ length: DEVICES }, () => new Device(origin, token))
  const told = await Promise.all(all.map((device, n) => device.sync(batchOf(tasks[0]!, n))))
  for (const device of all) device.close()
  const value = told.filter(({ status, answers }) => status !== 200 || answers.some((one) => one.waitsFor)).length
  yield { work: `of ${DEVICES} devices at once on one project, told to try later`, value, unit: 'devices', aim: 0 }
}
