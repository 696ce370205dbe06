import { connect, type Socket } from 'node:net'

export type Answer = { status: number; body: Record<string, unknown> }
type Waiting = { resolve(answer: Answer): void; reject(error: Error): void }

/**
 * One person at one browser: a kept connection and a session's cookie. It speaks just as much HTTP as the server does here, for
 * it shares the machine with what is measured: Node's own client takes as long for a call as half of what the server does.
 */
export class Client {
  readonly #origin: URL
  #socket: Socket | undefined
  #waiting: Waiting | undefined
  #heard: Buffer = Buffer.alloc(0)
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
    this.#socket?.destroy()
  }

  /** One after the other. */
  send(method: string, path: string, input?: object): Promise<Answer> {
    const body = input ? JSON.stringify(input) : ''
    const type = input ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` : ''
    const head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#origin.host}\r\ncookie: ${this.#cookie}\r\n${type}\r\n`
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#connection().write(head + body)
    })
  }

  #connection(): Socket {
    if (this.#socket && !this.#socket.destroyed) return this.#socket
    const { hostname, port } = this.#origin
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    socket.on('data', (part) => this.#hear(part))
    socket.on('error', (error) => this.#waiting?.reject(error))
    socket.on('close', () => this.#waiting?.reject(new Error('the server hung up')))
    this.#heard = Buffer.alloc(0)
    this.#socket = socket
    return socket
  }

  #hear(part: Buffer): void {
    this.#heard = this.#heard.length > 0 ? Buffer.concat([this.#heard, part]) : part
    const end = this.#heard.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#heard.toString('latin1', 0, end)
    const length = Number(/\ncontent-length: (\d+)/i.exec(head)?.[1])
    if (Number.isNaN(length)) this.#waiting?.reject(new Error(`an answer without its length: ${head}`))
    if (this.#heard.length < end + 4 + length) return
    const body = JSON.parse(this.#heard.toString('utf8', end + 4, end + 4 + length))
    const cookie = /\nset-cookie: ([^;\r]+)/i.exec(head)?.[1]
    if (cookie) this.#cookie = cookie
    this.#heard = Buffer.alloc(0)
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
}
