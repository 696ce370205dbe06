import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { box } from '../../modules/fieldwork/field.testing.ts'
import { type FieldTask, fieldSite, type Site } from '../../testing/durability/field-site.ts'
import { type Measure, percentile } from '../measure.ts'
import { Device } from './devices.ts'
import { DEVICES, type Plan } from './settings.ts'

const OPERATIONS_A_SECOND = 250
const OPERATIONS_A_BATCH = 5
const FIVE_MB = 5 * 1024 * 1024
/** What apps/field sends at once where the link is good (sync/piece-size.ts). */
const PIECE = 1024 * 1024

/** What the server does with phones: the server in a process of its own on the engine DATABASE_URL names, or the embedded one. */
export async function* serverWork({ seconds, submissions }: Plan): AsyncGenerator<Measure> {
  const site = await fieldSite({ people: DEVICES, tasks: DEVICES })
  try {
    const origin = await site.origin()
    const devices = site.people.map(({ token }) => new Device(origin, token))
    for (const [n, device] of devices.entries())
      await device.sync([{ kind: 'task.claim', taskId: site.tasks[n]!.taskId, payload: {} }])
    yield* operations(devices, site.tasks, seconds)
    yield* oneProject(origin, site)
    yield* bigSubmissions(devices, site.tasks, submissions)
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
  const who = `${DEVICES} devices, batches of ${OPERATIONS_A_BATCH}`
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

/** All devices at once on the task of one project: each gets an answer, none is told to come again. */
async function* oneProject(origin: string, { people, tasks }: Site): AsyncGenerator<Measure> {
  const { token } = people[0]!
  const all = Array.from({ length: DEVICES }, () => new Device(origin, token))
  const told = await Promise.all(all.map((device, n) => device.sync(batchOf(tasks[0]!, n))))
  for (const device of all) device.close()
  const value = told.filter(({ status, answers }) => status !== 200 || answers.some((one) => one.waitsFor)).length
  yield { work: `of ${DEVICES} devices at once on one project, told to try later`, value, unit: 'devices', aim: 0 }
}

async function* bigSubmissions(devices: Device[], tasks: FieldTask[], count: number): AsyncGenerator<Measure> {
  const photos = Array.from({ length: count }, () => randomBytes(FIVE_MB)).map((bytes) => ({
    bytes,
    digest: sm3(bytes),
  }))
  let failed = 0
  const begun = performance.now()
  await Promise.all(
    devices.map(async (device, n) => {
      for (let k = n; k < count; k += devices.length) {
        const { bytes, digest } = photos[k]!
        const { status } = await device.sendPhoto(digest, bytes, PIECE)
        const payload = {
          digest,
          size: FIVE_MB,
          mediaType: 'image/jpeg',
          takenAt: new Date().toISOString(),
          azimuth: 90,
        }
        const { answers } = await device.sync([{ kind: 'photo.add', taskId: tasks[n]!.taskId, payload }])
        if (status !== 200 || answers[0]?.status !== 'applied') failed += 1
      }
    }),
  )
  const value = count / ((performance.now() - begun) / 1000)
  const fault = failed > 0 ? { failed: `${failed} were not taken` } : {}
  yield {
    work: `submissions of one 5 MB photo a second, ${DEVICES} devices, loopback`,
    value,
    unit: '/s',
    aim: 15,
    ...fault,
  }
}
