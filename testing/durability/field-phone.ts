import 'fake-indexeddb/auto'
import { randomBytes } from 'node:crypto'
import { appendOperation } from '../../apps/field/store/append-operation.ts'
import {
  closeDatabase,
  fieldDatabase,
  type KeptOperation,
  type KeptPhoto,
} from '../../apps/field/store/field-database.ts'
import { setKeepFor } from '../../apps/field/store/keep-originals.ts'
import { mend } from '../../apps/field/store/mend.ts'
import { readPhotoBytes } from '../../apps/field/store/photo-bytes.ts'
import { forgetKeys, holdKeys, openKeys } from '../../apps/field/store/vault/open-keys.ts'
import { keepAnswer } from '../../apps/field/sync/keep-answer.ts'
import { sendPhoto } from '../../apps/field/sync/send-photo.ts'
import { sendWaiting } from '../../apps/field/sync/send-waiting.ts'
import { call } from '../../apps/ui/api.ts'
import { asProblem } from '../../apps/ui/problem.ts'
import type { Receipt } from '../../kernel/crypto/receipt.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { sealFile } from '../../modules/fieldwork/rules/sealing/files.ts'
import { type DataKeys, keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'
import { type Answer, type Operation, PROTOCOL, type Status } from '../../modules/fieldwork/schema.ts'
import { Crash, crashAfter, fullWhen, hasCrashed } from './field-faults.ts'
import { type Link, over } from './field-link.ts'
import type { FieldTask } from './field-site.ts'
import { nextDraft, TaskModel } from './field-task-model.ts'

/** One act that was said to be saved. `expected`: the statuses it may end with; undefined where others work on the task too. */
export type Made = { operation: Operation; caseId: string; expected: Status[] | undefined; answer: Answer | null }
export type PhotoFacts = { digest: string; size: number; receipt: Receipt | null }
/** What one phone has been through, and what it holds at the end. */
export type Report = {
  device: string
  made: Made[]
  photos: PhotoFacts[]
  crashes: number
  full: number
  losses: number
}

const AT_ONCE = 50
/** A task is left for the next after so many acts, also when it was never handed in. */
const ACTS_A_TASK = 18
const DAY_MS = 86_400_000

/**
 * A phone and who works on it: makes acts on tasks by chance, keeps and sends them with the code of apps/field on a database of its
 * own, over its link. It is killed in the middle of writes, its storage is full at times, and its clock jumps by a day.
 */
export class Phone {
  readonly link: Link
  readonly #person: string
  readonly #random: () => number
  readonly #own: TaskModel[]
  readonly #shared: TaskModel[]
  readonly #made = new Map<string, Pick<Made, 'caseId' | 'expected'>>()
  #keys: DataKeys | undefined
  #at = 0
  #crashes = 0
  #full = 0

  constructor(link: Link, random: () => number, work: { person: string; own: FieldTask[]; shared: FieldTask[] }) {
    this.link = link
    this.#person = work.person
    this.#random = random
    this.#own = work.own.map((task) => new TaskModel(task))
    this.#shared = work.shared.map((task) => new TaskModel(task))
    const now = Date.now
    let skew = 0
    Date.now = () => now() + skew
    this.#jump = () => {
      skew = Math.round((random() * 2 - 1) * DAY_MS)
    }
  }
  readonly #jump: () => void

  get acts(): number {
    return this.#made.size
  }

  async begin(): Promise<void> {
    this.#keys = await keysOf(new Uint8Array(randomBytes(32)))
    holdKeys(this.#person, this.#keys)
    // What stands in for the disk is memory: originals go as soon as they may.
    await setKeepFor(this.#person, 0)
    fullWhen(() => this.#random() < 0.002)
  }

  /** Some acts and one exchange; whatever happens to the page, it is opened again. */
  async round(acts: number): Promise<void> {
    if (this.#random() < 0.3) crashAfter(Math.floor(this.#random() * 200))
    if (this.#random() < 0.2) this.#jump()
    await this.#through(async () => {
      for (let n = 0; n < acts; n++) await this.#work()
      await over(this.link, async () => {
        if (this.#random() < 0.5) await this.#sendAny()
        else await sendWaiting(this.#person)
      })
    })
  }

  /** The link is good, there is room, nobody kills it: everything under way arrives, everything that waits is sent. */
  async settle(): Promise<void> {
    this.link.faults = {}
    fullWhen(() => false)
    await this.link.deliverLate()
    for (let tries = 0; tries < 5 && (await this.#waiting()).length > 0; tries++)
      await this.#through(() => over(this.link, () => sendWaiting(this.#person)))
    // Acts that were answered for good before their photo was sent do not ask for it any more: its bytes are not lost for that.
    for (const photo of await (await fieldDatabase()).getAll('photos')) await this.#sendPhoto(photo)
    this.link.close()
  }

  async report(): Promise<Report> {
    const database = await fieldDatabase()
    const { id: device } = (await database.get('devices', this.#person))!
    const kept = await database.getAll('operations')
    const made = kept.map(({ operation, answer }): Made => ({ operation, answer, ...this.#made.get(operation.id)! }))
    const photos = (await database.getAll('photos')).map(({ digest, size, receipt }) => ({ digest, size, receipt }))
    const told = { crashes: this.#crashes, full: this.#full, losses: this.link.losses }
    const there = new Set(kept.map(({ operation }) => operation.id))
    const lost = [...this.#made.keys()].filter((id) => !there.has(id)).length
    if (lost > 0) throw new Error(`${lost} acts were said to be saved and are not on the phone`)
    return { device, made, photos, ...told }
  }

  /** A broken link and a full storage are what the page lives with; a crash opens it anew. Anything else is a fault of ours. */
  async #through(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const isFull = error instanceof DOMException && ['QuotaExceededError', 'AbortError'].includes(error.name)
      if (isFull && !hasCrashed()) this.#full += 1
      else if (!hasCrashed() && !(error instanceof Crash) && asProblem(error).code !== 'web.server.unreachable')
        throw error
    }
    if (hasCrashed()) await this.#openAgain()
    crashAfter(Number.POSITIVE_INFINITY)
  }

  async #openAgain(): Promise<void> {
    this.#crashes += 1
    crashAfter(Number.POSITIVE_INFINITY)
    await closeDatabase()
    forgetKeys()
    holdKeys(this.#person, this.#keys!)
    await mend(this.#person, Date.now())
    // What the killed page had written before it could say so counts as made: it will be sent.
    for (const { operation } of await this.#waiting())
      if (!this.#made.has(operation.id)) this.#count(operation, this.#pending!)
  }
  #pending: { task: TaskModel; shared: boolean } | undefined

  /** An act by chance, kept on the phone. Only when that is done it counts. */
  async #work(): Promise<void> {
    const shared = this.#random() < 0.06
    const task = shared ? this.#some(this.#shared) : this.#ownTask()
    const taken = new Map<string, Uint8Array<ArrayBuffer>>()
    const { kind, payload, baseRevision } = nextDraft(task, this.#random, () => this.#takePhoto(taken))
    const { taskId } = task
    const act = { kind, taskId, payload: payload as never, ...(baseRevision !== undefined && { baseRevision }) }
    const bytes = kind === 'photo.add' ? taken.get(String(payload.digest)) : undefined
    this.#pending = { task, shared }
    const photo = bytes && (await this.#photoRow(taskId, bytes))
    this.#count(await appendOperation(this.#person, act, photo && { photo }), this.#pending)
  }

  #count(operation: Operation, { task, shared }: { task: TaskModel; shared: boolean }): void {
    this.#made.set(operation.id, { caseId: task.caseId, expected: shared ? undefined : task.expect(operation) })
  }

  async #photoRow(taskId: string, bytes: Uint8Array<ArrayBuffer>): Promise<Omit<KeptPhoto, 'operationId'>> {
    const digest = sm3(bytes)
    const sealed = await sealFile(bytes, openKeys().files, digest)
    return {
      ...{ digest, taskId, bytes: sealed.buffer, size: bytes.length, mediaType: 'image/jpeg', receipt: null },
      ...{
        takenAt: new Date(Date.now()).toISOString(),
        position: null,
        accuracy: 3,
        azimuth: 90,
        pitch: 0,
        kind: null,
      },
      thumbnail: Uint8Array.of(1),
    }
  }

  async #waiting(): Promise<KeptOperation[]> {
    const database = await fieldDatabase()
    const device = await database.get('devices', this.#person)
    return device ? database.getAllFromIndex('operations', 'state', [device.id, 'waiting']) : []
  }

  /** A batch in no order and with gaps, sometimes before its photos. */
  async #sendAny(): Promise<void> {
    const waiting = await this.#waiting()
    const from = this.#random() < 0.2 ? Math.floor(this.#random() * waiting.length) : 0
    const some = waiting.slice(from, from + 1 + Math.floor(this.#random() * AT_ONCE))
    const batch = this.#random() < 0.4 ? some.toSorted(() => this.#random() - 0.5) : some
    if (this.#random() < 0.3) this.#expectLate(batch, waiting)
    else await this.#sendPhotosOf(batch)
    const device = await (await fieldDatabase()).get('devices', this.#person)
    if (!device) return
    const deviceId = device.id
    const operations = batch.map(({ operation }) => operation)
    const input = { deviceId, protocol: PROTOCOL, operations }
    const { answers } = await call<{ answers: Answer[] }>('fieldwork.sync', input)
    for (const [i, one] of batch.entries()) await keepAnswer(one, answers[i]!)
  }

  async #sendPhotosOf(batch: KeptOperation[]): Promise<void> {
    const database = await fieldDatabase()
    for (const { operation } of batch) {
      const photo = operation.kind === 'photo.add' && (await database.get('photos', String(operation.payload.digest)))
      if (photo) await this.#sendPhoto(photo)
    }
  }

  async #sendPhoto(photo: KeptPhoto): Promise<void> {
    if (photo.receipt) return
    const bytes = await readPhotoBytes(photo)
    if (!bytes) return
    const receipt = await over(this.link, () => sendPhoto(photo.digest, bytes))
    await (await fieldDatabase()).put('photos', { ...photo, receipt })
  }

  /** A photo named before its bytes are there may find the task handed in, or another act with the same bytes before it. */
  #expectLate(batch: KeptOperation[], waiting: KeptOperation[]): void {
    const digests = new Set(batch.map(({ operation }) => operation.payload.digest))
    for (const { operation } of waiting) {
      const made = this.#made.get(operation.id)
      if (made?.expected && operation.kind === 'photo.add' && digests.has(operation.payload.digest))
        made.expected = ['applied', 'duplicate', 'held']
    }
  }

  #takePhoto(taken: Map<string, Uint8Array<ArrayBuffer>>): { digest: string } {
    const bytes = new Uint8Array(randomBytes(this.#random() < 0.1 ? 700_000 : 2_000))
    const digest = sm3(bytes)
    taken.set(digest, bytes)
    return { digest }
  }

  #ownTask(): TaskModel {
    const task = this.#own[this.#at]!
    if (this.#random() < 0.05) return this.#own[Math.max(0, this.#at - 1)]!
    if ((task.isDone || task.acts >= ACTS_A_TASK) && this.#at < this.#own.length - 1) this.#at += 1
    return this.#own[this.#at]!
  }

  #some<T>(things: T[]): T {
    return things[Math.floor(this.#random() * things.length)]!
  }
}
