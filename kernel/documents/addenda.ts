import { sql } from 'kysely'
import { canonicalJson } from '../crypto/canonical-json.ts'
import { sm3 } from '../crypto/sm3.ts'
import type { Trx } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'

/** What came after the snapshot: the document that was handed over, or that it is no longer in force. */
export type Addition = {
  kind: 'issued' | 'revoked'
  title: string
  number: string
  reason?: string
  file?: { digest: string; size: number; mediaType: string }
}

export type Addendum = Required<Pick<Addition, 'kind' | 'title' | 'number'>> & {
  nth: number
  reason: string | null
  file: string | null
  size: number | null
  mediaType: string | null
  addedAt: Date
  addedBy: { id: string; name: string }
  digest: string
}

/** What is hashed: everything told, and the digest before it. */
function statementOf(snapshot: string, previous: string, { addedAt, addedBy, digest: _, ...told }: Addendum): string {
  const at = { addedAt: addedAt.toISOString(), addedBy: addedBy.id }
  return canonicalJson({ format: 'yutu.addendum/1', snapshot, previous, ...told, ...at })
}

/** Adds to a case's snapshot, which itself stays as it was sealed; undefined for a case that has none (yet). */
export async function addToSnapshot(
  { trx, by, now }: { trx: Trx; by: string; now: Date },
  caseId: string,
  { kind, title, number, reason, file }: Addition,
): Promise<{ snapshot: string; digest: string } | undefined> {
  const found = await sql<{ id: string; digest: string }>`select id, digest from snapshot where case_id = ${caseId}
    for update`.execute(trx)
  const [snapshot] = found.rows
  if (!snapshot) return undefined
  const before = await addendaOf(trx, snapshot.id)
  const told = {
    ...{ kind, title, number, reason: reason ?? null, nth: before.length + 1 },
    ...{ file: file?.digest ?? null, size: file?.size ?? null, mediaType: file?.mediaType ?? null },
  }
  const at = { addedAt: now, addedBy: { id: by, name: '' }, digest: '' }
  const digest = sm3(statementOf(snapshot.id, before.at(-1)?.digest ?? snapshot.digest, { ...told, ...at }))
  await sql`insert into snapshot_addendum (snapshot, nth, kind, title, number, reason, file, size, media_type, added_at, added_by, digest)
    values (${snapshot.id}, ${told.nth}, ${kind}, ${title}, ${number}, ${told.reason}, ${told.file}, ${told.size}, ${told.mediaType},
      ${now}, ${by}, ${digest})`.execute(trx)
  return { snapshot: snapshot.id, digest }
}

export async function addendaOf(trx: Trx, snapshot: string): Promise<Addendum[]> {
  const { rows } = await sql<Addendum>`select a.nth, a.kind, a.title, a.number, a.reason, a.file, a.size::int as size,
      a.media_type as "mediaType", a.added_at as "addedAt", jsonb_build_object('id', p.id, 'name', p.name) as "addedBy", a.digest
    from snapshot_addendum a join person p on p.id = a.added_by where a.snapshot = ${snapshot} order by a.nth`.execute(
    trx,
  )
  return rows
}

export type AddendumFault = { kind: 'addendum-altered' | 'addendum-file'; path: string }

/** The first addendum that is not as it was added, or whose file is not. */
export async function addendumFault(
  trx: Trx,
  files: FileStore,
  snapshot: { id: string; digest: string },
): Promise<AddendumFault | undefined> {
  let previous = snapshot.digest
  for (const [i, one] of (await addendaOf(trx, snapshot.id)).entries()) {
    if (one.nth !== i + 1 || sm3(statementOf(snapshot.id, previous, one)) !== one.digest)
      return { kind: 'addendum-altered', path: one.title }
    const isKept = one.file === null || ((await files.has(one.file)) && sm3(await files.get(one.file)) === one.file)
    if (!isKept) return { kind: 'addendum-file', path: one.title }
    previous = one.digest
  }
  return undefined
}
