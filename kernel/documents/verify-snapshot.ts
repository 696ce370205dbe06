import { strToU8 } from 'fflate'
import { receiptFault } from '../crypto/receipt.ts'
import { sm3 } from '../crypto/sm3.ts'
import type { Trx } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import { type AddendumFault, addendumFault } from './addenda.ts'
import { type OpenedPackage, openPackage } from './package.ts'
import { readSnapshot } from './snapshots.ts'

export type SnapshotFault =
  | { kind: 'package-missing' | 'package-altered' | 'manifest-altered' | 'signature' | 'unknown-key' }
  | { kind: 'entry-altered' | 'entry-missing'; path: string }
  | AddendumFault

/** Undefined when package, manifest, every file, the signature and what was added since are as they were; else the first fault. */
export async function verifySnapshot(
  trx: Trx,
  files: FileStore,
  id: string,
  publicKeyOf: (keyId: string) => string | undefined,
): Promise<SnapshotFault | undefined> {
  const row = await readSnapshot(trx, id)
  if (!(await files.has(row.package))) return { kind: 'package-missing' }
  const bytes = await files.get(row.package)
  if (sm3(bytes) !== row.package) return { kind: 'package-altered' }
  const opened = openPackage(bytes)
  if (sm3(opened.manifestText) !== row.digest) return { kind: 'manifest-altered' }
  const publicKey = publicKeyOf(row.receipt.keyId)
  if (publicKey === undefined) return { kind: 'unknown-key' }
  if (receiptFault(row.receipt, strToU8(opened.manifestText), publicKey)) return { kind: 'signature' }
  return entryFault(opened) ?? addendumFault(trx, files, row)
}

function entryFault({ manifest, entry }: OpenedPackage): SnapshotFault | undefined {
  for (const { path, digest } of manifest.entries) {
    const bytes = entry(path)
    if (!bytes) return { kind: 'entry-missing', path }
    if (sm3(bytes) !== digest) return { kind: 'entry-altered', path }
  }
  return undefined
}
