import { AsyncLocalStorage } from 'node:async_hooks'
import { Agent, type ClientRequest, request } from 'node:http'

type Sent = { method: string; path: string; headers: Record<string, string>; body: Uint8Array }
type Fault = 'none' | 'request lost' | 'answer lost' | 'cut' | 'twice' | 'late'

/** How often in a hundred each of them happens to a request. */
export type Faults = Partial<Record<Exclude<Fault, 'none'>, number>>

/** Where the server listens now; waits while it is being started again. */
export type Origin = () => Promise<string>

/**
 * The way from one phone to the server: it loses requests and answers, cuts them in the middle of the body, delivers twice
 * at once, and delivers late, behind what was sent after it. The phone hears of all but the doubles as a link that broke.
 */
export class Link {
  faults: Faults
  readonly happened = new Map<Fault, number>()
  /** Called with every request that is sent, also with those that never arrive. */
  onSend: (sent: Sent) => void = () => {}
  readonly #origin: Origin
  readonly #token: string
  readonly #random: () => number
  readonly #agent = new Agent({ keepAlive: true })
  readonly #late: Sent[] = []

  constructor(origin: Origin, { token, random, faults }: { token: string; random: () => number; faults: Faults }) {
    this.#origin = origin
    this.#token = token
    this.#random = random
    this.faults = faults
  }

  /** How often the link broke for whoever sent. */
  get losses(): number {
    return [...this.happened].reduce((sum, [fault, n]) => (fault === 'none' || fault === 'twice' ? sum : sum + n), 0)
  }

  async fetch(path: string, { method = 'GET', headers = {}, body }: RequestInit): Promise<Response> {
    const sent: Sent = { method, path, headers: headers as Record<string, string>, body: bytesOf(body) }
    this.onSend(sent)
    const fault = this.#fault()
    this.happened.set(fault, (this.happened.get(fault) ?? 0) + 1)
    if (fault === 'request lost') throw new TypeError('the request was lost')
    if (fault === 'late') {
      this.#late.push(sent)
      throw new TypeError('the request is under way for a long time')
    }
    if (fault === 'cut') return this.#cut(sent)
    if (fault === 'twice') return (await Promise.all([this.#deliver(sent), this.#deliver(sent)]))[1]
    const answer = await this.#deliver(sent)
    if (this.#late.length > 0 && this.#random() < 0.5) await this.deliverLate()
    if (fault === 'answer lost') throw new TypeError('the answer was lost')
    return answer
  }

  /** What is still under way arrives now, the last first. */
  async deliverLate(): Promise<void> {
    for (const sent of this.#late.splice(0).toReversed()) await this.#deliver(sent).catch(() => undefined)
  }

  close(): void {
    this.#agent.destroy()
  }

  #fault(): Fault {
    let left = 100 * this.#random()
    for (const [fault, share] of Object.entries(this.faults)) {
      left -= share
      if (left < 0) return fault as Fault
    }
    return 'none'
  }

  async #begin({ method, path, headers, body }: Sent, agent: Agent | false = this.#agent): Promise<ClientRequest> {
    const more = { authorization: `Bearer ${this.#token}`, 'content-length': String(body.length) }
    return request(new URL(path, await this.#origin()), { method, agent, headers: { ...headers, ...more } })
  }

  async #deliver(sent: Sent): Promise<Response> {
    const going = await this.#begin(sent)
    return new Promise((resolve, reject) => {
      going.on('error', reject)
      going.on('response', (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const headers = { 'content-type': answer.headers['content-type'] ?? '' }
          resolve(new Response(Buffer.concat(parts), { status: answer.statusCode!, headers }))
        })
      })
      going.end(sent.body)
    })
  }

  /** Half of the body arrives. */
  async #cut(sent: Sent): Promise<never> {
    const going = await this.#begin(sent, false)
    await new Promise<void>((resolve) => {
      going.on('error', () => resolve())
      going.on('close', () => resolve())
      going.write(sent.body.subarray(0, Math.floor(sent.body.length / 2)), () => going.destroy())
    })
    throw new TypeError('the link was cut')
  }
}

const bytesOf = (body: RequestInit['body']): Uint8Array =>
  body instanceof ArrayBuffer ? new Uint8Array(body) : Buffer.from((body as string | undefined | null) ?? '')

const links = new AsyncLocalStorage<Link>()

/** For the length of `work` the code of the phone, which calls `fetch`, goes over this link. */
export const over = <R>(link: Link, work: () => Promise<R>): Promise<R> => links.run(link, work)

globalThis.fetch = (address, init) => links.getStore()!.fetch(String(address), init ?? {})
