import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { isSm2Signed } from './outside-sm2.testing.ts'

/**
 * For tests only. A client that somebody else could have written from docs/field-protocol.md: it knows nothing of this project's code,
 * only `fetch` and `node:crypto`.
 */
// biome-ignore lint/suspicious/noExplicitAny: answers are read as they come
export type Told = { status: number; body: Record<string, any> }

export type Act = {
  id: string
  sequence: number
  kind: string
  taskId: string
  baseRevision?: number | null
  payload: Record<string, unknown>
  previousHash: string
  hash: string
}

export const sm3 = (data: string | Uint8Array) => createHash('sm3').update(data).digest('hex')
export const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

/** §2 of the paper: RFC 8785. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`
}

/** §4: SM3 over the canonical JSON of everything but the hash. */
export const hashOf = ({ id, sequence, kind, taskId, baseRevision = null, payload, previousHash }: Omit<Act, 'hash'>) =>
  sm3(canonical({ id, sequence, kind, taskId, baseRevision, payload, previousHash }))

/** §7: a receipt holds for exactly these bytes, and is signed with this key. */
export function isReceiptFor(receipt: Record<string, string>, photo: Uint8Array, publicKey: string): boolean {
  const { signature = '', ...statement } = receipt
  if (statement.digest !== sm3(canonical({ digest: sm3(photo), size: photo.length }))) return false
  return isSm2Signed(canonical(statement), signature, { publicKey, signer: statement.signer! })
}

/** Somebody signed in, with a phone of their own. */
export class Outsider {
  readonly deviceId = `outside-${randomUUID()}`
  readonly #origin: string
  readonly #token: string
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #last = { sequence: 0, hash: '' }
  readonly person: string

  constructor(origin: string, { id, token }: { id: string; token: string }) {
    this.#origin = origin
    this.#token = token
    this.person = id
  }

  async send(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Told> {
    const answer = await fetch(`${this.#origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, ...headers },
      ...(body !== undefined && { body }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : { text } }
  }

  post = (path: string, input: unknown) =>
    this.send('POST', path, JSON.stringify(input), { 'content-type': 'application/json' })

  get publicKey() {
    const { kty, crv, x, y } = this.#pair.publicKey.export({ format: 'jwk' })
    return { kty, crv, x, y }
  }

  register = (more: object = {}) =>
    this.post('/api/fieldwork/device/register', {
      deviceId: this.deviceId,
      name: '第三方客户端',
      publicKey: this.publicKey,
      ...more,
    })

  pull = (cursor = '') =>
    this.send(
      'GET',
      `/api/fieldwork/task/pull?${new URLSearchParams({ deviceId: this.deviceId, ...(cursor && { cursor }) })}`,
    )

  sync = (operations: unknown[], more: object = {}) =>
    this.post('/api/fieldwork/sync', { deviceId: this.deviceId, protocol: 4, operations, ...more })

  /** The next link of this phone's chain. */
  act(kind: string, taskId: string, payload: Record<string, unknown> = {}, baseRevision?: number): Act {
    const { sequence, hash } = this.#last
    const open = { id: randomUUID(), sequence: sequence + 1, kind, taskId, payload, previousHash: hash }
    const whole = { ...open, ...(baseRevision !== undefined && { baseRevision }) }
    this.#last = { sequence: whole.sequence, hash: hashOf(whole) }
    return { ...whole, hash: this.#last.hash }
  }

  /** An act that was never made: the next takes its place. */
  forget({ sequence, previousHash }: Act): void {
    this.#last = { sequence: sequence - 1, hash: previousHash }
  }

  offset = async (digest: string) => (await this.send('GET', `/api/files/${digest}/offset`)).body

  piece = (digest: string, bytes: Uint8Array<ArrayBuffer>, from: number, size: number) =>
    this.send('PATCH', `/api/files/${digest}`, bytes, {
      ...{ 'content-type': 'application/octet-stream', 'upload-offset': `${from}`, 'upload-length': `${size}` },
    })

  /** §6: over the facts and the SHA-256 of the picture without its EXIF. */
  signed(
    taskId: string,
    facts: Record<string, unknown>,
    picture: Uint8Array,
    key: KeyObject = this.#pair.privateKey,
  ): string {
    const names = ['takenAt', 'position', 'accuracy', 'altitude', 'azimuth', 'pitch', 'roll']
    const shot = Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
    const more = facts.declination === undefined ? {} : { declination: facts.declination }
    const text = canonical({
      ...shot,
      ...more,
      taskId,
      device: this.deviceId,
      person: this.person,
      picture: sha256(picture),
    })
    return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('hex')
  }
}
