import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sendPhoto } from '../../apps/field/sync/send-photo.ts'
import { asProblem } from '../../apps/ui/problem.ts'
import { numbersFrom } from '../../bench/measure.ts'
import { receiptFault } from '../../kernel/crypto/receipt.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { Link, over } from './field-link.ts'
import { fieldSite, type Site } from './field-site.ts'

const PHOTOS = Number(process.env.YUTU_FIELD_PHOTOS ?? 60)
const SEED = Number(process.env.YUTU_SEED ?? (Date.now() % 1e6) + 1)
/** What apps/field/sync/send-photo.ts sends at once over a link it knows nothing of: photos are of a part of it to some. */
const PIECE = 512 * 1024
/** In a hundred: 30 of all requests break. */
const faults = { 'request lost': 10, 'answer lost': 10, cut: 10 }

let site: Site
before(async () => {
  site = await fieldSite({ people: 1, tasks: 1 })
})
after(() => site.end())

// Function points: SH129 SH134
test(`${PHOTOS} photos over a link that loses 30 % (seed ${SEED}): equal by hash, each with a receipt`, async (t) => {
  const random = numbersFrom(SEED)
  const link = new Link(site.origin, { token: site.people[0]!.token, random, faults })
  let largest = 0
  let sentBytes = 0
  let askedBytes = 0
  link.onSend = ({ method, body }) => {
    if (method === 'PATCH') largest = Math.max(largest, body.length)
    sentBytes += body.length
  }
  const digests: string[] = []
  for (let n = 0; n < PHOTOS; n++) {
    const bytes = new Uint8Array(randomBytes(Math.floor(PIECE * (0.2 + 2.5 * random()))))
    const digest = sm3(bytes)
    const receipt = await over(link, () => untilSent(digest, bytes.buffer))
    assert.equal(receiptFault(receipt, { digest, size: bytes.length }, site.publicKey), undefined)
    digests.push(digest)
    askedBytes += bytes.length
  }
  link.close()
  await site.kill()
  for (const digest of digests) assert.equal(sm3(await site.files.get(digest)), digest)
  const again = sentBytes - askedBytes
  assert.ok(again <= link.losses * largest, `${again} bytes again, ${link.losses} losses of ${largest} bytes at most`)
  t.diagnostic(
    `${PHOTOS} photos, ${askedBytes} bytes; ${link.losses} losses, ${(sentBytes / askedBytes).toFixed(3)} × the bytes, ${largest} at once at most`,
  )
})

/** As the phone does: whenever there is a network again. */
async function untilSent(digest: string, bytes: ArrayBuffer): ReturnType<typeof sendPhoto> {
  try {
    return await sendPhoto(digest, bytes)
  } catch (error) {
    if (asProblem(error).code !== 'web.server.unreachable') throw error
    return untilSent(digest, bytes)
  }
}
