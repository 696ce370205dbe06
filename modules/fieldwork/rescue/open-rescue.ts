import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { type Archive, openArchive } from '../../../kernel/formats/archive/open-archive.ts'
import { invalid, Refusal } from '../../../kernel/problems/problem.ts'
import { openFile } from '../rules/sealing/files.ts'
import type { DataKeys } from '../rules/sealing/keys.ts'
import { openRow } from '../rules/sealing/rows.ts'
import type { Operation } from '../schema.ts'

/** What photos and acts of one campaign may come to; what does not fit is divided by the phone's owner, not here. */
const LIMITS = { sourceBytes: 8 * 2 ** 30, entries: 20_000, unpackedBytes: 8 * 2 ** 30, ratio: 200 }

type Row = Record<string, unknown>
export type RescuedDevice = { id: string; person: string; operations: Operation[] }
export type Rescued = { devices: RescuedDevice[]; photos: Iterable<string>; unreadable: number; archive: Archive }
/** Keys of the phones this server knows, by their id. */
export type KeysById = ReadonlyMap<string, DataKeys>

/**
 * A rescue archive of any version: acts in the clear, or sealed with a key of this server's phones. Gigabytes of photos are read one by
 * one from where the file lies. The caller closes the archive.
 */
export async function openRescue(path: string, keysFor: (devices: string[]) => Promise<KeysById>): Promise<Rescued> {
  const archive = await openArchive(path, LIMITS)
  for (const file of ['devices.json', 'operations.json'])
    if (!archive.names.includes(file)) throw new Refusal(invalid('fieldwork.rescue.import.not-an-archive', { file }))
  const [devices, rows] = [await rowsOf(archive, 'devices.json'), await rowsOf(archive, 'operations.json')]
  const keys = await keysFor(devices.map(({ id }) => String(id)))
  const opened = rows.map((row) => operationOf(row, keys))
  const ofDevice = (id: string) => opened.flatMap((one) => (one?.device === id ? [one.operation] : []))
  return {
    devices: devices.map(({ id, person }) => ({
      ...{ id: String(id), person: String(person) },
      operations: ofDevice(String(id)).sort((a, b) => a.sequence - b.sequence),
    })),
    photos: archive.names.filter((name) => /^photos\/[0-9a-f]{64}\.(jpg|sealed)$/.test(name)),
    unreadable: opened.filter((one) => !one).length,
    archive,
  }
}

async function rowsOf(archive: Archive, name: string): Promise<Row[]> {
  const found: unknown = JSON.parse((await archive.read(name)).toString('utf8'))
  return Array.isArray(found) ? found : []
}

function operationOf(row: Row, keys: KeysById): { device: string; operation: Operation } | undefined {
  const device = String(row.device)
  const isSealed = typeof row.sealed === 'string'
  const { sequence } = (row.operation ?? {}) as Operation
  const key = keys.get(String(row.keyId))
  if (isSealed && !key) return undefined
  const plain = isSealed
    ? (openRow(Buffer.from(String(row.sealed), 'base64'), key!.rows, `operations|${device}|${sequence}`) as
        | Row
        | undefined)
    : row
  return plain && { device, operation: plain.operation as Operation }
}

/** The original under this name of the archive; undefined where no key opens it, or it is not what its name says. */
export async function rescuedPhoto(archive: Archive, name: string, keys: KeysById): Promise<Uint8Array | undefined> {
  const digest = name.slice('photos/'.length, name.lastIndexOf('.'))
  const bytes = Uint8Array.from(await archive.read(name))
  if (name.endsWith('.jpg')) return sm3(bytes) === digest ? bytes : undefined
  for (const { files } of keys.values()) {
    const plain = await openFile(bytes, files, digest)
    if (plain && sm3(new Uint8Array(plain)) === digest) return new Uint8Array(plain)
  }
  return undefined
}
