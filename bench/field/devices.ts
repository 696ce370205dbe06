import { Agent, request } from 'node:http'
import { LEAST, nextPiece } from '../../apps/field/sync/piece-size.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { chainOperations } from '../../modules/fieldwork/rules/operation-hash.ts'
import { newDeviceKey, type SignedShot, signShot } from '../../modules/fieldwork/rules/photo/photo-code.ts'
import { type Answer, type Operation, PROTOCOL } from '../../modules/fieldwork/schema.ts'

export type Told = { status: number; body: string }
const JSON_TYPE = { 'content-type': 'application/json' }
type Draft = Pick<Operation, 'kind' | 'taskId' | 'payload'>

/** A phone that sends: a kept connection, its session, its chain. */
export class Device {
  readonly id = `bench-${newId()}`
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #origin: string
  readonly #token: string
  #last: Operation | undefined
  #key: CryptoKey | undefined
  #piece = LEAST

  constructor(origin: string, token: string) {
    this.#origin = origin
    this.#token = token
  }

  /** Sends acts as one batch. `status` other than 200 is a device told to go away. */
  async sync(drafts: Draft[]): Promise<{ status: number; answers: Answer[] }> {
    const named = drafts.map((draft) => ({ id: newId(), ...draft }))
    const operations = chainOperations(named, this.#last)
    this.#last = operations.at(-1)
    const text = JSON.stringify({ deviceId: this.id, protocol: PROTOCOL, operations })
    const { status, body } = await this.send('POST', '/api/fieldwork/sync', Buffer.from(text), JSON_TYPE)
    return { status, answers: status === 200 ? (JSON.parse(body) as { answers: Answer[] }).answers : [] }
  }

  /** What a phone does before its first photo: its key is known to the server. */
  async register(): Promise<void> {
    const { key, publicKey } = await newDeviceKey()
    this.#key = key
    const { kty, crv, x, y } = publicKey
    const input = { deviceId: this.id, name: 'bench', publicKey: { kty, crv, x, y } }
    await this.send('POST', '/api/fieldwork/device/register', Buffer.from(JSON.stringify(input)), JSON_TYPE)
  }

  /** Signs as the phone does when the photo is taken: nothing of it is left to the moment of sending. */
  sign(shot: SignedShot): Promise<string> {
    return signShot(shot, this.#key!)
  }

  /** A photo as apps/field/sync/send-photo.ts sends it: asked for where it stands, then in pieces of the size the link has shown to carry. */
  async sendPhoto(digest: string, bytes: Buffer): Promise<Told> {
    let told = await this.send('GET', `/api/files/${digest}/offset`, Buffer.alloc(0), {})
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + this.#piece)
      const begun = performance.now()
      told = await this.send('PATCH', `/api/files/${digest}`, part, {
        'content-type': 'application/octet-stream',
        ...{ 'upload-offset': `${from}`, 'upload-length': `${bytes.length}` },
      })
      this.#piece = nextPiece(this.#piece, { bytes: part.length, ms: performance.now() - begun })
      from += part.length
    }
    return told
  }

  close(): void {
    this.#agent.destroy()
  }

  send(method: string, path: string, body: Buffer, headers: Record<string, string>): Promise<Told> {
    return new Promise((resolve, reject) => {
      const all = { ...headers, authorization: `Bearer ${this.#token}`, 'content-length': String(body.length) }
      const sent = request(new URL(path, this.#origin), { method, agent: this.#agent, headers: all }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode!, body: String(Buffer.concat(parts)) }))
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
}
