import { newId } from '../../kernel/identity/new-id.ts'
import { box } from '../../modules/fieldwork/field.testing.ts'
import type { Kind, Operation, Status } from '../../modules/fieldwork/schema.ts'
import type { FieldTask } from './field-site.ts'

export type Draft = { kind: Kind; payload: Record<string, unknown>; baseRevision?: number }
type Patch = { slot: number; revision: number; removed: boolean }

const SLOTS = 3

/** What the protocol promises of a task that one phone alone works on: the status of every act, in the order they were made. */
export class TaskModel implements FieldTask {
  readonly taskId: string
  readonly caseId: string
  readonly patches = new Map<string, Patch>()
  readonly photos = new Set<string>()
  form = 0
  acts = 0
  isClaimed = false
  isDone = false
  #isJudged = false

  constructor({ taskId, caseId }: FieldTask) {
    this.taskId = taskId
    this.caseId = caseId
  }

  /** Undefined: what may be handed in with photos is for the rules of evidence to say, not for the protocol. */
  expect(operation: Operation): Status[] | undefined {
    this.acts += 1
    if (operation.kind === 'task.submit' && !this.isDone && this.photos.size > 0) this.#isJudged = true
    if (this.#isJudged) return undefined
    const status = this.#statusOf(operation)
    // Whoever works on a task in the pool has claimed it by that; a refusal leaves nothing behind.
    if (status !== 'quarantined') this.isClaimed = true
    return [status]
  }

  #statusOf({ kind, payload, baseRevision }: Operation): Status {
    if (this.isDone) return kind === 'task.submit' ? 'duplicate' : 'held'
    if (kind === 'task.claim') return this.isClaimed ? 'duplicate' : 'applied'
    if (kind === 'patch.save') return this.#savePatch(payload, baseRevision)
    if (kind === 'form.save') return this.#saveForm(baseRevision)
    if (kind === 'photo.add') return this.#addPhoto(String(payload.digest))
    if (![...this.patches.values()].some(({ removed }) => !removed)) return 'quarantined'
    // «No evidence could be taken» is believed only where there is none, and these photos all look one way.
    if (this.photos.size > 0) return 'quarantined'
    this.isDone = true
    return 'applied'
  }

  #savePatch({ patchId, DLBM, removed = false, slot }: Record<string, unknown>, base?: number | null): Status {
    const known = this.patches.get(String(patchId))
    const revision = known?.revision ?? 0
    if (base !== undefined && base !== null && base !== revision) return 'conflict'
    if (DLBM === '9999') return 'quarantined'
    this.patches.set(String(patchId), {
      slot: known?.slot ?? Number(slot),
      revision: revision + 1,
      removed: Boolean(removed),
    })
    return 'applied'
  }

  #saveForm(base?: number | null): Status {
    if (base !== undefined && base !== null && base !== this.form) return 'conflict'
    this.form += 1
    return 'applied'
  }

  #addPhoto(digest: string): Status {
    if (this.photos.has(digest)) return 'duplicate'
    this.photos.add(digest)
    return 'applied'
  }
}

/** An act somebody might do next, right or wrong. */
export function nextDraft(task: TaskModel, random: () => number, takePhoto: () => { digest: string }): Draft {
  const chance = random()
  const base = (revision: number) => (random() < 0.1 ? {} : { baseRevision: revision + (random() < 0.1 ? 7 : 0) })
  if (chance < 0.12) return { kind: 'task.claim', payload: {} }
  if (chance < 0.58) return patchDraft(task, random, base)
  if (chance < 0.73) return { kind: 'form.save', payload: { values: {} }, ...base(task.form) }
  if (chance < 0.92) return photoDraft(task, random, takePhoto)
  return { kind: 'task.submit', payload: { noEvidence: 'WFDD', opinion: '道路塌方' } }
}

type Base = (revision: number) => { baseRevision?: number }

function patchDraft({ patches }: TaskModel, random: () => number, base: Base): Draft {
  const slot = Math.floor(random() * SLOTS)
  const [id, known] = [...patches].find(([, patch]) => patch.slot === slot) ?? [newId(), undefined]
  const wrong = random() < 0.08
  const payload = {
    ...{ patchId: id, DLBM: wrong ? '9999' : '0702', geometry: box(10 + 60 * slot, 20, 40 + 60 * slot + random(), 60) },
    ...(known && !wrong && random() < 0.1 && { removed: true }),
    // Not of the protocol: where the model draws it. The server passes over what it does not know.
    slot,
  }
  return { kind: 'patch.save', payload, ...base(known?.revision ?? 0) }
}

function photoDraft({ photos }: TaskModel, random: () => number, takePhoto: () => { digest: string }): Draft {
  const again = random() < 0.15 ? [...photos][0] : undefined
  const { digest } = again ? { digest: again } : takePhoto()
  const place = box(60, 50, 61, 51)[0]![0]![0]!
  const taken = { takenAt: new Date().toISOString(), position: place, accuracy: 3, azimuth: 90, pitch: 0, roll: 0 }
  return { kind: 'photo.add', payload: { digest, mediaType: 'image/jpeg', ...taken } }
}
