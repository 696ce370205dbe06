import { Agent, request } from 'node:http'

export type Answer = { status: number; body: Record<string, unknown> }

/** One person at one browser: a kept connection and a session's cookie. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #origin: URL
  #cookie = ''

  constructor(origin: string) {
    this.#origin = new URL(origin)
  }

  /** By a one-time link. */
  async signIn(link: string): Promise<void> {
    const { status } = await this.send('POST', '/api/session', { link })
    if (status !== 200) throw new Error(`sign-in answered ${status}`)
  }

  act(verb: string, input: object): Promise<Answer> {
    return this.send('POST', `/api/${verb.replaceAll('.', '/')}`, input)
  }

  ask(name: string, input: Record<string, string>): Promise<Answer> {
    return this.send('GET', `/api/${name.replaceAll('.', '/')}?${new URLSearchParams(input)}`)
  }

  close(): void {
    this.#agent.destroy()
  }

  send(method: string, path: string, input?: object): Promise<Answer> {
    const text = input && JSON.stringify(input)
    const headers = {
      cookie: this.#cookie,
      ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    }
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.#origin), { method, agent: this.#agent, headers }, (response) => {
        const [cookie] = response.headers['set-cookie'] ?? []
        if (cookie) this.#cookie = cookie.split(';')[0]!
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode!, body: JSON.parse(String(Buffer.concat(parts))) }),
        )
      })
      sent.on('error', reject)
      sent.end(text)
    })
  }
}
