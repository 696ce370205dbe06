import { Agent, request } from 'node:http'
import { newId } from '../../kernel/identity/new-id.ts'
import { chainOperations } from '../../modules/fieldwork/rules/operation-hash.ts'
import { type Answer, type Operation, PROTOCOL } from '../../modules/fieldwork/schema.ts'

export type Told = { status: number; body: string }
type Draft = Pick<Operation, 'kind' | 'taskId' | 'payload'>

/** A phone that sends: a kept connection, its session, its chain. */
export class Device {
  readonly id = `bench-${newId()}`
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #origin: string
  readonly #token: string
  #last: Operation | undefined

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
    const { status, body } = await this.send('POST', '/api/fieldwork/sync', Buffer.from(text), {
      'content-type': 'application/json',
    })
    return { status, answers: status === 200 ? (JSON.parse(body) as { answers: Answer[] }).answers : [] }
  }

  /** A photo in pieces, as apps/field sends it. */
  async sendPhoto(digest: string, bytes: Buffer, piece: number): Promise<Told> {
    let told: Told = { status: 0, body: '' }
    for (let from = 0; from < bytes.length; from += piece)
      told = await this.send('PATCH', `/api/files/${digest}`, bytes.subarray(from, from + piece), {
        'content-type': 'application/octet-stream',
        ...{ 'upload-offset': `${from}`, 'upload-length': `${bytes.length}` },
      })
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
