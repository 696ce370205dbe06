import { randomBytes } from 'node:crypto'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { pictureDigest } from '../../modules/fieldwork/rules/photo/exif.ts'
import type { FieldTask } from '../../testing/durability/field-site.ts'
import type { Measure } from '../measure.ts'
import type { Device } from './devices.ts'

const FIVE_MB = 5 * 1024 * 1024
const HEAD = 64
const SIGHT = { position: null, accuracy: 3, altitude: null, azimuth: 90, pitch: 0, roll: 0 }
/** Devices that send at once, and photos each has sent before the clock starts: its pieces have grown by then. */
const AT_ONCE = 12
const WARM = 2

type Photo = { head: Buffer; digest: string; payload: Record<string, unknown> }
type Sender = { device: Device; person: string; task: FieldTask }

/**
 * Photos of 5 MB, each sent, stored, hashed, answered with a signed receipt, and taken for its task by an act whose signature over
 * picture and facts is verified. Each device sends one photo after the other.
 */
export async function* submissions(all: Sender[], count: number): AsyncGenerator<Measure> {
  const senders = all.slice(0, AT_ONCE)
  for (const { device } of senders) await device.register()
  await sendAll(senders, WARM * senders.length)
  const { took, failed } = await sendAll(senders, count)
  yield {
    work: `submissions of one signed 5 MB photo a second, ${senders.length} devices, loopback`,
    ...{ value: count / took, unit: '/s', aim: 15 },
    ...(failed > 0 && { failed: `${failed} were not taken` }),
  }
}

async function sendAll(senders: Sender[], count: number): Promise<{ took: number; failed: number }> {
  const lines: Photo[][] = senders.map(() => [])
  for (let n = 0; n < count; n++) lines[n % senders.length]!.push(await photoOf(senders[n % senders.length]!))
  let failed = 0
  const begun = performance.now()
  await Promise.all(
    senders.map(async ({ device, task }, n) => {
      const bytes = withHead(Buffer.alloc(HEAD))
      for (const { head, digest, payload } of lines[n]!) {
        head.copy(bytes)
        const { status } = await device.sendPhoto(digest, bytes)
        const { answers } = await device.sync([{ kind: 'photo.add', taskId: task.taskId, payload }])
        if (status !== 200 || answers[0]?.status !== 'applied') failed += 1
      }
    }),
  )
  return { took: (performance.now() - begun) / 1000, failed }
}

/** What all photos have in common but for their first bytes: so many need not lie in memory. */
const rest = randomBytes(FIVE_MB - HEAD)
const withHead = (head: Buffer) => Buffer.concat([head, rest])

/** Bytes nobody has, with the act as the phone made it when the photo was taken. */
async function photoOf({ device, person, task }: Sender): Promise<Photo> {
  const head = randomBytes(HEAD)
  const bytes = withHead(head)
  const takenAt = new Date().toISOString()
  const facts = { taskId: task.taskId, device: device.id, person, takenAt, ...SIGHT }
  const signature = await device.sign({ ...facts, picture: await pictureDigest(bytes) })
  const digest = sm3(bytes)
  const payload = { digest, size: FIVE_MB, mediaType: 'image/jpeg', takenAt, ...SIGHT, live: true, signature }
  return { head, digest, payload }
}
