import { closeSync, ftruncateSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import fastify from 'fastify'
import { generateKeyPair } from '../../kernel/crypto/sm2.ts'
import { createSm3 } from '../../kernel/crypto/sm3.ts'
import { diskStore } from '../../kernel/files/file-store.ts'
import { sendDownload } from '../../kernel/http/send-download.ts'
import { neutral } from '../../modules/fieldwork/evidence/adapters/neutral.ts'
import type { EvidenceCase, EvidencePhoto } from '../../modules/fieldwork/evidence/evidence-case.ts'
import { verifyPackage } from '../../modules/fieldwork/evidence/verify-package.ts'
import { packageStream } from '../../modules/fieldwork/evidence/write-package.ts'

/** `grown`: bytes of memory at most, beyond what the process began with; `blocks`: bytes the package takes on the disk. */
export type Told = { size: number; blocks: number; sent: number; grown: number; faults: number }

/** Makes a package of so many photos of 256 MB, sends it, and reads it back. Photos are holes on the disk, and so are they in the package. */
const [folder = '', count = '1'] = process.argv.slice(2)
const SIZE = 256 * 2 ** 20
const zeros = Buffer.alloc(2 ** 20)
const hash = createSm3()
for (let at = 0; at < SIZE; at += zeros.length) hash.update(zeros)
const digest = hash.digest()
const files = diskStore(folder)
const placeOf = (name: string) => join(folder, name.slice(0, 2), name.slice(2))
const hole = (path: string, size: number) => {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'w')
  ftruncateSync(file, size)
  return file
}
closeSync(hole(placeOf(digest), SIZE))

const at = new Date('2026-11-27T01:00:00Z')
const taken = {
  takenAt: at,
  realAt: null,
  clock: null,
  position: [107.7, 33] as [number, number],
  accuracy: 4,
  azimuth: 90,
  declination: null,
}
const judged = { signed: 'none' as const, doubts: [], live: true, person: '马东' }
const blank = {
  mediaType: 'image/jpeg',
  patchId: null,
  altitude: null,
  pitch: 0,
  roll: 0,
  distance: null,
  kind: null,
  code: null,
  note: null,
}
const photo = (id: string): EvidencePhoto => ({ id, digest, size: SIZE, ...taken, ...judged, ...blank })
const about = { id: 'case', number: '2026-1', title: '大包', business: 'field', areaCode: '610799', openedAt: at }
const photos = Array.from({ length: Number(count) }, (_, k) => photo(`p${k}`))
const one: EvidenceCase = { ...about, range: null, patches: [], forms: [], photos }
const signer = { keys: generateKeyPair(), keyId: 'test', userId: 'yutu-platform' }

const before = process.memoryUsage().rss
const name = 'a'.repeat(64)
const file = hole(placeOf(name), 0)
let size = 0
for await (const piece of packageStream({ files, signer, adapter: neutral, cases: [one], by: '林志远', at })) {
  const bytes = piece as Buffer
  if (!bytes.every((byte) => byte === 0)) writeSync(file, bytes, 0, bytes.length, size)
  size += bytes.length
}
closeSync(file)

const server = fastify()
server.get('/', (asked, reply) => sendDownload({ request: asked, reply, files }, { mediaType: 'x/y', stored: name }))
await server.listen({ host: '127.0.0.1', port: 0 })
const { port } = server.server.address() as AddressInfo
let sent = 0
await new Promise<void>((resolve, reject) => {
  const asking = request({ port, host: '127.0.0.1' }, (answer) => {
    answer.on('data', (piece: Buffer) => (sent += piece.length))
    answer.on('end', resolve)
  })
  asking.on('error', reject).end()
})
await server.close()
const { faults } = await verifyPackage(placeOf(name), signer.keys.publicKey)
const grown = process.resourceUsage().maxRSS * 1024 - before
console.log(
  JSON.stringify({
    size,
    blocks: statSync(placeOf(name)).blocks * 512,
    sent,
    grown,
    faults: faults.length,
  } satisfies Told),
)
