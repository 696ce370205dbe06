import { Value } from '@sinclair/typebox/value'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { type Archive, openArchive } from '../../../kernel/formats/archive/open-archive.ts'
import { keepable } from '../../../kernel/http/keepable.ts'
import { invalid, Refusal } from '../../../kernel/problems/problem.ts'
import { openFile } from '../rules/sealing/files.ts'
import type { DataKeys } from '../rules/sealing/keys.ts'
import { openRow } from '../rules/sealing/rows.ts'
import { Operation } from '../schema.ts'
import '../sync/formats.ts'
import { type Finding, unreadableRow } from './finding.ts'

const GB = 2 ** 30
/** A phone holds no more. One entry is read whole: a photo, or the rows of a store. */
const LIMITS = { sourceBytes: 64 * GB, entries: 1_000_000, unpackedBytes: 64 * GB, entryBytes: GB / 4, ratio: 200 }

type Row = Record<string, unknown>
/** `person`: whose phone it was, as the archive tells. */
export type RescuedDevice = { id: string; person: string | undefined; operations: Operation[] }
/** `photos`: names of the originals, in the order of the archive; `findings`: rows that are no act one could read. */
export type Rescued = { devices: RescuedDevice[]; photos: string[]; findings: Finding[]; archive: Archive }
/** Keys of the phones this server knows, by their id. */
export type KeysById = ReadonlyMap<string, DataKeys>

/**
 * A rescue archive of any version: acts in the clear, or sealed with a key of this server's phones. Gigabytes of photos are read one by
 * one from where the file lies. The caller closes the archive.
 */
export async function openRescue(path: string, keysFor: (devices: string[]) => Promise<KeysById>): Promise<Rescued> {
  const archive = await openArchive(path, LIMITS)
  try {
    return await readRescue(archive, keysFor)
  } catch (error) {
    archive.close()
    throw error
  }
}

async function readRescue(archive: Archive, keysFor: (devices: string[]) => Promise<KeysById>): Promise<Rescued> {
  const [devices, rows] = [await rowsOf(archive, 'devices.json'), await rowsOf(archive, 'operations.json')]
  const keys = await keysFor(devices.map(({ id }) => String(id)))
  const read = rows.map((row, k) => actOf(row, keys, k + 1))
  const owners = new Map(devices.map(({ id, person }) => [String(id), String(person)]))
  const acts = Map.groupBy(
    read.filter((one) => 'operation' in one),
    ({ device }) => device,
  )
  return {
    devices: [...acts].map(([id, some]) => ({
      ...{ id, person: owners.get(id) },
      operations: some.map(({ operation }) => operation).sort((a, b) => a.sequence - b.sequence),
    })),
    photos: archive.names.filter((name) => /^photos\/[0-9a-f]{64}\.(jpg|sealed)$/.test(name)),
    findings: read.filter((one) => 'problem' in one),
    archive,
  }
}

async function rowsOf(archive: Archive, file: string): Promise<Row[]> {
  if (!archive.names.includes(file)) throw new Refusal(invalid('fieldwork.rescue.import.not-an-archive', { file }))
  const text = (await archive.read(file)).toString('utf8')
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) ? found : []
  } catch {
    throw new Refusal(invalid('fieldwork.rescue.import.not-readable', { file }))
  }
}

function actOf(row: Row, keys: KeysById, number: number): { device: string; operation: Operation } | Finding {
  const device = String(row?.device)
  const isSealed = typeof row?.sealed === 'string'
  const key = keys.get(String(row?.keyId))
  if (isSealed && !key) return unreadableRow(number, 'no-key')
  const { sequence } = (row?.operation ?? {}) as Operation
  const plain = isSealed
    ? (openRow(Buffer.from(String(row.sealed), 'base64'), key!.rows, `operations|${device}|${sequence}`) as
        | Row
        | undefined)
    : row
  const operation = plain?.operation
  return Value.Check(Operation, operation) && !keepable(operation)
    ? { device, operation }
    : unreadableRow(number, 'malformed')
}

export const digestOfEntry = (name: string): string => name.slice('photos/'.length, name.lastIndexOf('.'))

/** The original under this name of the archive, or why it is none: no key opens it, or it is not what its name says. */
export async function rescuedPhoto(
  archive: Archive,
  name: string,
  keys: KeysById,
): Promise<Uint8Array | 'no-key' | 'differs'> {
  const digest = digestOfEntry(name)
  const bytes = Uint8Array.from(await archive.read(name))
  if (name.endsWith('.jpg')) return sm3(bytes) === digest ? bytes : 'differs'
  for (const { files } of keys.values()) {
    const plain = await openFile(bytes, files, digest)
    if (plain && sm3(new Uint8Array(plain)) === digest) return new Uint8Array(plain)
  }
  return 'no-key'
}
