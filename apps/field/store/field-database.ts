import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb'
import type { Receipt } from '../../../kernel/crypto/receipt.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Answer, Operation } from '../../../modules/fieldwork/schema.ts'
import { ProblemError } from '../../ui/problem.ts'
import type { FieldTask, TaskPackage } from './answers.ts'
import { tellBlocked } from './blocked.ts'
import { copyBefore } from './copy-before.ts'
import { sealedDatabase } from './sealed-database.ts'
import { type StoreForm, sharedKey } from './sealed-rows.ts'
import type { Capture } from './shot.ts'
import type { KeptVault } from './vault/kept-vault.ts'

/** What became of an operation on this device. `waiting` until the server has given its last word. */
export type KeptOperation = {
  id: string
  device: string
  operation: Operation
  state: 'waiting' | 'done' | 'aside'
  answer: Answer | null
  madeAt: number
}

/** A photo's bytes stay until the server has them and has taken them for the task; then for a while longer (settled-originals.ts). */
export type KeptPhoto = {
  digest: string
  taskId: string
  operationId: string
  /** 'file': sealed, under its digest (files/); bytes: sealed, where the browser has no files; null: the server has it, or it was lost */
  bytes: 'file' | ArrayBuffer | null
  /** the file was not there when it was looked for: what has not been sent of it is gone */
  isLost?: boolean
  size: number
  mediaType: string
  /** The server's signature that it has exactly these bytes; without it they stay here. */
  receipt: Receipt | null
  /** when the server, with a receipt for them, has taken them for the task: from then on they may go. Only where they are still here. */
  settledAt?: number | undefined
  takenAt: string
  position: [number, number] | null
  accuracy: number | null
  azimuth: number | null
  pitch: number | null
  /** 远景, 近景 … */
  kind: string | null
  /** JPEG; empty while it is as the camera gave it */
  thumbnail: Uint8Array<ArrayBuffer>
  /** as the camera gave it (captures.ts): whose, and what is to become of it. No act names it. */
  capturedBy?: string
  capture?: Capture
}

/** One per person on this phone: acts of two people must not share a chain. */
export type KeptDevice = {
  person: string
  id: string
  sequence: number
  hash: string
  /** what photos are signed with; made with the first of them */
  key?: CryptoKey
  publicKey?: JsonWebKey
  isRegistered?: boolean
}

/** What the server has of a patch, with the saves that are on their way: what an act says it was made from. */
export type PatchBase = {
  DLBM: string | null
  note: string | null
  attributes: Record<string, string | number | null>
  /** rules/geometry-hash.ts of the outline; '' where there is none yet */
  outline: string
}

/** The patch being described, and what was last saved of it. */
export type KeptPatch = {
  id: string
  taskId: string
  DLBM: string | null
  note: string
  attributes?: Record<string, string | number | null>
  /** as drawn here, in degrees; without it the server's, or the range of the task */
  geometry?: MultiPolygon
  removed?: boolean
  /** Revision the server has, with the saves that are on their way. */
  revision: number
  base?: PatchBase
  /** Typed but not saved. */
  isDraft: boolean
}

/** `discovery`: found with this phone (自主发现); the server may not know it yet. */
export type KeptTask = FieldTask & {
  person: string
  package: TaskPackage | null
  isListed: boolean
  discovery?: { openedAt: string }
}
export type KeptPerson = { id: string; name: string; organisation: string }
/** How far the task list has been fetched (fieldwork.task.pull). */
export type KeptPull = {
  person: string
  cursor: string
  at: number
  /** grows with every change of a task */
  changes?: number
  /** which ones the last changes were of (task-lines.ts) */
  touched?: { change: number; ids: readonly string[] }[]
}
/** Whatever a room keeps for a person, under a name of its own. */
export type KeptThing = {
  person: string
  name: string
  value: unknown
  /** sealed by whoever keeps them */
  bytes?: ArrayBuffer
}

interface FieldSchema extends DBSchema {
  devices: { key: string; value: KeptDevice }
  people: { key: string; value: KeptPerson }
  vaults: { key: string; value: KeptVault }
  pulls: { key: string; value: KeptPull }
  tasks: { key: string; value: KeptTask; indexes: { person: string } }
  operations: { key: [string, number]; value: KeptOperation; indexes: { task: string; state: [string, string] } }
  photos: { key: string; value: KeptPhoto; indexes: { task: string; captured: string; settled: number } }
  patches: { key: string; value: KeptPatch; indexes: { task: string } }
  packages: { key: string; value: { id: string; person: string }; indexes: { person: string } }
  things: { key: [string, string]; value: KeptThing; indexes: { person: string } }
}

export const DATABASE = 'yutu-field'
/**
 * 1: until 27 November 2026. 2: vaults, pulls, packages, things; rows sealed. 3: photos as the camera gave them. 4: tasks and patches for each
 * person. 5: originals that may go are found by their time. Only ever more.
 */
const VERSION = 5

const forms: StoreForm[] = [
  { name: 'devices', keyPath: 'person', isOpen: true },
  { name: 'people', keyPath: 'id', isOpen: true },
  { name: 'vaults', keyPath: 'person', isOpen: true },
  { name: 'pulls', keyPath: 'person', isOpen: true },
  { name: 'tasks', keyPath: 'id', indexes: { person: 'person' }, isShared: true },
  {
    name: 'operations',
    keyPath: ['device', 'operation.sequence'],
    indexes: { task: 'operation.taskId', state: ['device', 'state'] },
  },
  {
    name: 'photos',
    keyPath: 'digest',
    indexes: { task: 'taskId', captured: 'capturedBy', settled: 'settledAt' },
    beside: ['bytes', 'size', 'receipt', 'settledAt', 'operationId', 'isLost'],
    isHeavy: true,
  },
  { name: 'patches', keyPath: 'id', indexes: { task: 'taskId' }, isShared: true },
  { name: 'packages', keyPath: 'id', indexes: { person: 'person' } },
  { name: 'things', keyPath: ['person', 'name'], indexes: { person: 'person' }, beside: ['bytes'] },
]
const formOf = (store: string): StoreForm => forms.find(({ name }) => name === store)!

export type FieldDatabase = IDBPDatabase<FieldSchema>
let opening: Promise<FieldDatabase> | undefined
let isOver = false

/** The phone's database; rows are opened and sealed on the way (decisions/0009-sealed-phone.md). Throws Locked with the first sealed row. */
export function fieldDatabase(): Promise<FieldDatabase> {
  if (isOver) return new Promise(() => {})
  opening ??= openHere().catch((error: unknown) => {
    opening = undefined
    // Another tab has brought a newer version of the page, and of the database.
    throw error instanceof DOMException && error.name === 'VersionError'
      ? new ProblemError('field.store.newer', 0)
      : error
  })
  return opening
}

async function openHere(): Promise<FieldDatabase> {
  await copyBefore(DATABASE, VERSION)
  const database = await openDB<FieldSchema>(DATABASE, VERSION, {
    async upgrade(database, before, _, work) {
      addMissing(database as unknown as IDBPDatabase, work as never)
      if (before === 2 || before === 3)
        for (const store of ['tasks', 'patches'] as const) await giveOwnKeys(work.objectStore(store))
    },
    blocked: tellBlocked,
    // Another tab brings a newer version of the page: this one makes way.
    blocking: () => void closeDatabase(),
    // iOS closes it when memory runs short: it is opened again when next asked for.
    terminated: () => {
      opening = undefined
    },
  })
  forgetWhenLost(unwrap(database))
  return sealedDatabase(database, formOf)
}

/**
 * iOS also takes the connection away without a word (WebKit: «Connection to Indexed Database server lost»). What was under way fails and
 * was not said to be saved; the next to ask opens it anew.
 */
function forgetWhenLost(database: IDBDatabase): void {
  const begin = database.transaction.bind(database)
  const lost = (error: DOMException | null) => {
    if (error?.name === 'InvalidStateError' || error?.name === 'UnknownError') opening = undefined
  }
  database.transaction = (...words) => {
    try {
      const work = begin(...words)
      work.addEventListener('abort', () => lost(work.error))
      return work
    } catch (error) {
      lost(error as DOMException)
      throw error
    }
  }
}

/** What is not there yet is added; what is there is left as it is. */
function addMissing(database: IDBPDatabase, work: { objectStore(name: string): IDBObjectStore }): void {
  for (const { name, keyPath, indexes = {} } of forms) {
    const isThere = database.objectStoreNames.contains(name)
    const store = isThere ? work.objectStore(name) : database.createObjectStore(name, { keyPath })
    for (const [index, path] of Object.entries(indexes))
      if (!store.indexNames.contains(index)) store.createIndex(index, path)
  }
}

type Store = { getAll(): Promise<unknown[]>; put(row: never): Promise<unknown>; delete(id: string): Promise<void> }

/** Rows of version 2 lay under their bare id, where another person's sign-in on the phone wrote over them. Sealed as they are. */
async function giveOwnKeys(store: Store): Promise<void> {
  for (const row of (await store.getAll()) as { id: string; keyId?: string }[]) {
    if (!row.keyId) continue
    await store.put({ ...row, id: sharedKey(row.id, row.keyId) } as never)
    await store.delete(row.id)
  }
}

export async function closeDatabase(): Promise<void> {
  const closing = opening
  opening = undefined
  ;(await closing)?.close()
}

/** Whether this phone is being erased, or has been: nothing is kept on it any more. */
export const isErasing = (): boolean => isOver

/** Before the phone is erased: whatever was on its way waits for ever, and so leaves nothing behind afterwards. */
export function closeForGood(): Promise<void> {
  isOver = true
  return closeDatabase()
}
