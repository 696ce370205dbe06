import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Receipt } from '../../../kernel/crypto/receipt.ts'
import type { Answer, Operation } from '../../../modules/fieldwork/schema.ts'
import type { FieldTask, TaskPackage } from './answers.ts'

/** What became of an operation on this device. `waiting` until the server has given its last word. */
export type KeptOperation = {
  id: string
  device: string
  operation: Operation
  state: 'waiting' | 'done' | 'aside'
  answer: Answer | null
  madeAt: number
}

/** A photo's bytes stay until the server has them and has taken them for the task. */
export type KeptPhoto = {
  digest: string
  taskId: string
  operationId: string
  bytes: ArrayBuffer | null
  size: number
  mediaType: string
  /** The server's signature that it has exactly these bytes; without it they stay here. */
  receipt: Receipt | null
  takenAt: string
  position: [number, number] | null
  accuracy: number | null
  azimuth: number | null
  pitch: number | null
  /** 远景, 近景 … */
  kind: string | null
  thumbnail: Blob
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

/** The patch being described, and what was last saved of it. */
export type KeptPatch = {
  id: string
  taskId: string
  DLBM: string | null
  note: string
  /** Revision the server has, with the saves that are on their way. */
  revision: number
  /** Typed but not saved. */
  isDraft: boolean
}

export type KeptTask = FieldTask & { person: string; package: TaskPackage | null; isListed: boolean }
export type KeptPerson = { id: string; name: string; organisation: string }

interface FieldSchema extends DBSchema {
  devices: { key: string; value: KeptDevice }
  people: { key: string; value: KeptPerson }
  tasks: { key: string; value: KeptTask; indexes: { person: string } }
  operations: { key: [string, number]; value: KeptOperation; indexes: { task: string; state: [string, string] } }
  photos: { key: string; value: KeptPhoto; indexes: { task: string } }
  patches: { key: string; value: KeptPatch; indexes: { task: string } }
}

export type FieldDatabase = IDBPDatabase<FieldSchema>
let opened: Promise<FieldDatabase> | undefined

export function fieldDatabase(): Promise<FieldDatabase> {
  opened ??= openDB<FieldSchema>('yutu-field', 1, {
    upgrade(database) {
      database.createObjectStore('devices', { keyPath: 'person' })
      database.createObjectStore('people', { keyPath: 'id' })
      database.createObjectStore('tasks', { keyPath: 'id' }).createIndex('person', 'person')
      const operations = database.createObjectStore('operations', { keyPath: ['device', 'operation.sequence'] })
      operations.createIndex('task', 'operation.taskId')
      operations.createIndex('state', ['device', 'state'])
      database.createObjectStore('photos', { keyPath: 'digest' }).createIndex('task', 'taskId')
      database.createObjectStore('patches', { keyPath: 'id' }).createIndex('task', 'taskId')
    },
  })
  return opened
}

export async function closeDatabase(): Promise<void> {
  ;(await opened)?.close()
  opened = undefined
}
