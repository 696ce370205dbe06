import { sql } from 'kysely'
import type { Receipt, Signer } from '../crypto/receipt.ts'
import { json, type Trx } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import { newId } from '../identity/new-id.ts'
import { conflict, notFound, Refusal } from '../problems/problem.ts'
import { type OpenedPackage, openPackage, type PackageEntry, type SnapshotContent, sealPackage } from './package.ts'
import { type Resource, resourcesOf } from './resources.ts'

/** `extra`: files made for the archive, such as the map sheet. The case's own files are added from its resource tree. */
export type SnapshotParts = { content: Omit<SnapshotContent, 'resources'>; extra: PackageEntry[] }

export type Archive = { trx: Trx; files: FileStore; signer: Signer; by: string | null; now: Date }

export type SnapshotRow = {
  id: string
  caseId: string
  business: string
  number: string
  title: string
  areaCode: string
  organisation: string | null
  takenAt: Date
  digest: string
  package: string
  size: number
  receipt: Receipt
}

/** 快照归档: seals the case as one package and returns the snapshot's id. A case is archived once. */
export async function takeSnapshot(archive: Archive, { content, extra }: SnapshotParts): Promise<string> {
  const { trx, files, signer, by, now } = archive
  const { id: caseId, business, number, title, areaCode, organisation } = content.case
  const known = await sql`select 1 from snapshot where case_id = ${caseId}`.execute(trx)
  if (known.rows.length > 0) throw new Refusal(conflict('documents.snapshot.taken', { number }))
  const resources = await resourcesOf(trx, caseId)
  const entries = [...extra, ...(await entriesOf(files, resources))]
  const sealed = sealPackage({ ...content, resources: resources.map(listed) }, entries, signer, now)
  const stored = await files.put(sealed.bytes)
  await recordKey(trx, signer, now)
  const id = newId()
  await sql`insert into snapshot (id, case_id, business, number, title, area_code, organisation, taken_at, taken_by, digest, package,
      size, receipt, words)
    values (${id}, ${caseId}, ${business}, ${number}, ${title}, ${areaCode}, ${organisation}, ${now}, ${by}, ${sealed.digest},
      ${stored.digest}, ${stored.size}, ${json(sealed.receipt)}, ${wordsOf(content)})`.execute(trx)
  return id
}

async function recordKey(trx: Trx, { keys, keyId, userId }: Signer, now: Date): Promise<void> {
  await sql`insert into signing_key (key_id, public_key, user_id, first_used_at)
    values (${keyId}, ${keys.publicKey}, ${userId}, ${now}) on conflict do nothing`.execute(trx)
}

/** Public keys of everything signed so far, by key id. */
export async function recordedKeys(trx: Trx): Promise<Map<string, string>> {
  const { rows } = await sql<{
    key_id: string
    public_key: string
  }>`select key_id, public_key from signing_key`.execute(trx)
  return new Map(rows.map((row) => [row.key_id, row.public_key]))
}

const pathOf = ({ id, folder, title }: Resource): string =>
  ['files', folder, `${id.slice(-8)}-${title.replace(/[\\/:*?"<>|]/g, '_')}`].filter(Boolean).join('/')

async function entriesOf(files: FileStore, resources: Resource[]): Promise<PackageEntry[]> {
  const entries: PackageEntry[] = []
  for (const resource of resources) {
    if (!resource.digest) continue
    const bytes = await files.get(resource.digest)
    entries.push({ path: pathOf(resource), bytes, mediaType: resource.mediaType ?? 'application/octet-stream' })
  }
  return entries
}

const listed = (resource: Resource) => ({ ...resource, ...(resource.digest && { path: pathOf(resource) }) })

/** Every text a person wrote about the case, once. */
function wordsOf({ case: { number, title, areaCode }, forms, opinions }: SnapshotParts['content']): string {
  return [...new Set([number, title, areaCode, ...textsIn(forms), ...textsIn(opinions)])].join(' ')
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  // What a hand has drawn is no text.
  return Object.entries(value).flatMap(([name, one]) => (name === 'signature' ? [] : textsIn(one)))
}

export async function readSnapshot(trx: Trx, id: string): Promise<SnapshotRow> {
  const { rows } =
    await sql<SnapshotRow>`select id, case_id as "caseId", business, number, title, area_code as "areaCode", organisation,
      taken_at as "takenAt", digest, package, size, receipt from snapshot where id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('documents.snapshot.unknown', { snapshot: id }))
  return rows[0]
}

/** The snapshot of a case, for the link on its page. */
export async function snapshotOf(trx: Trx, caseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from snapshot where case_id = ${caseId}`.execute(trx)
  return rows[0]?.id
}

export async function openSnapshot(trx: Trx, files: FileStore, id: string): Promise<SnapshotRow & OpenedPackage> {
  const row = await readSnapshot(trx, id)
  return { ...row, ...openPackage(await files.get(row.package)) }
}
