import { randomBytes } from 'node:crypto'
import { sendPhoto } from '../../apps/field/sync/send-photo.ts'
import { call } from '../../apps/ui/api.ts'
import { asProblem } from '../../apps/ui/problem.ts'
import type { Receipt } from '../../kernel/crypto/receipt.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { chainOperations } from '../../modules/fieldwork/rules/operation-hash.ts'
import type { Answer, Operation, Status } from '../../modules/fieldwork/schema.ts'
import { type Link, over } from './field-link.ts'
import type { FieldTask } from './field-site.ts'
import { type Draft, nextDraft, TaskModel } from './field-task-model.ts'

/** What the phone holds of one act. `expected`: the statuses it may end with; undefined where others work on the task too. */
export type Made = { operation: Operation; caseId: string; expected: Status[] | undefined; answer: Answer | null }
export type Photo = { digest: string; bytes: Uint8Array<ArrayBuffer>; receipt: Receipt | null }

const AT_ONCE = 50
/** A task is left for the next after so many acts, also when it was never handed in. */
const ACTS_A_TASK = 18

/** A phone and who works on it: makes acts on tasks by chance and sends them, over its link, as apps/field does. */
export class Phone {
  readonly id: string
  readonly made: Made[] = []
  readonly photos = new Map<string, Photo>()
  readonly link: Link
  readonly #random: () => number
  readonly #own: TaskModel[]
  readonly #shared: TaskModel[]
  #waiting: Made[] = []
  #at = 0

  constructor(link: Link, random: () => number, tasks: { own: FieldTask[]; shared: FieldTask[] }) {
    this.id = `phone-${newId()}`
    this.link = link
    this.#random = random
    this.#own = tasks.own.map((task) => new TaskModel(task))
    this.#shared = tasks.shared.map((task) => new TaskModel(task))
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** An act by chance, kept on the phone. */
  work(): void {
    const shared = this.#random() < 0.06
    const task = shared ? this.#some(this.#shared) : this.#ownTask()
    const drawn = nextDraft(task, this.#random, () => this.#takePhoto())
    const last = this.made.at(-1)?.operation
    const [operation] = chainOperations([operationOf(task, drawn)], last)
    const made = { operation: operation!, caseId: task.caseId, answer: null }
    const kept: Made = { ...made, expected: shared ? undefined : task.expect(operation!) }
    this.made.push(kept)
    this.#waiting.push(kept)
  }

  /** Sends once what waits, or some of it; a link that breaks leaves it waiting. Returns whether the link held. */
  async send(isInOrder: boolean): Promise<boolean> {
    try {
      await over(this.link, () => this.#sendSome(isInOrder))
      return true
    } catch (error) {
      if (asProblem(error).code !== 'web.server.unreachable') throw error
      return false
    }
  }

  async #sendSome(isInOrder: boolean): Promise<void> {
    const batch = isInOrder ? this.#waiting.slice(0, AT_ONCE) : this.#anyOfThem()
    const namesFirst = !isInOrder && this.#random() < 0.15
    if (namesFirst) this.#expectLate(batch)
    else await this.#sendPhotos(batch)
    // Acts that were answered for good before their photo was sent do not ask for it any more: its bytes are not lost for that.
    if (isInOrder) for (const photo of this.photos.values()) await this.#sendPhoto(photo)
    await this.#sendOperations(batch)
  }

  /** A batch in no order and with gaps. */
  #anyOfThem(): Made[] {
    const from = this.#random() < 0.2 ? Math.floor(this.#random() * this.#waiting.length) : 0
    const some = this.#waiting.slice(from, from + 1 + Math.floor(this.#random() * AT_ONCE))
    return this.#random() < 0.4 ? some.toSorted(() => this.#random() - 0.5) : some
  }

  async #sendPhotos(batch: Made[]): Promise<void> {
    for (const { operation } of batch) {
      const photo = operation.kind === 'photo.add' ? this.photos.get(String(operation.payload.digest)) : undefined
      if (photo) await this.#sendPhoto(photo)
    }
  }

  async #sendPhoto(photo: Photo): Promise<void> {
    photo.receipt ??= await sendPhoto(photo.digest, photo.bytes.buffer as ArrayBuffer)
  }

  async #sendOperations(batch: Made[]): Promise<void> {
    const operations = batch.map(({ operation }) => operation)
    const { answers } = await call<{ answers: Answer[] }>('fieldwork.sync', { deviceId: this.id, operations })
    for (const [i, made] of batch.entries()) made.answer = answers[i]!
    this.#waiting = this.#waiting.filter(({ answer }) => !answer || answer.waitsFor)
  }

  /** A photo named before its bytes are there may find the task handed in, or another act with the same bytes before it. */
  #expectLate(batch: Made[]): void {
    const digests = new Set(batch.filter(({ operation }) => operation.kind === 'photo.add').map(digestOf))
    for (const made of this.#waiting)
      if (made.expected && made.operation.kind === 'photo.add' && digests.has(digestOf(made)))
        if (!this.photos.get(digestOf(made))!.receipt) made.expected = ['applied', 'duplicate', 'held']
  }

  #takePhoto(): Photo {
    const bytes = new Uint8Array(randomBytes(this.#random() < 0.1 ? 700_000 : 2_000))
    const photo = { digest: sm3(bytes), bytes, receipt: null }
    this.photos.set(photo.digest, photo)
    return photo
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

const digestOf = ({ operation }: Made): string => String(operation.payload.digest)

const operationOf = ({ taskId }: TaskModel, { kind, payload, baseRevision }: Draft) => ({
  ...{ id: newId(), kind, taskId, payload },
  ...(baseRevision !== undefined && { baseRevision }),
})
