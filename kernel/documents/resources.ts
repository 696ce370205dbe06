import { sql } from 'kysely'
import { json, type Trx } from '../db/database.ts'
import type { StoredFile } from '../files/stored-file.ts'
import { newId } from '../identity/new-id.ts'
import { conflict, invalid, notFound, Refusal } from '../problems/problem.ts'

export type ResourceKind = 'file' | 'document' | 'dataset' | 'changeSet' | 'photo'

/** Bytes in the file store, or `reference`, the kind:id of something that lives elsewhere. `detail`: a photo's place and azimuth. */
export type NewResource = {
  caseId: string
  folder: string
  kind: ResourceKind
  title: string
  file?: StoredFile & { mediaType: string }
  reference?: string
  detail?: Record<string, unknown>
  /** the resource of which this is the next version */
  replaces?: string
}

export type Resource = {
  id: string
  caseId: string
  folder: string
  kind: ResourceKind
  title: string
  digest: string | null
  size: number | null
  mediaType: string | null
  reference: string | null
  detail: Record<string, unknown>
  madeBy: { id: string; name: string } | null
  madeAt: Date
  /** 1, 2, … of what was sent again */
  version: number
}

/** Adds to a case's resource tree and returns the new id. Refused once the case is archived. */
export async function addResource(trx: Trx, resource: NewResource, by: string | null, now: Date): Promise<string> {
  const { caseId, folder, kind, title, file, reference, detail, replaces } = resource
  if (title.trim() === '') throw new Refusal(invalid('documents.resource.no-title'))
  if (!file && !reference) throw new Refusal(invalid('documents.resource.empty', { title }))
  await refuseArchived(trx, caseId)
  const id = newId()
  const { first, version } = replaces === undefined ? FIRST : await outdate(trx, caseId, replaces)
  await sql`insert into case_resource (id, case_id, folder, kind, title, digest, size, media_type, reference, detail, made_by, made_at,
      first, version)
    values (${id}, ${caseId}, ${cleanFolder(folder)}, ${kind}, ${title}, ${file?.digest ?? null}, ${file?.size ?? null},
      ${file?.mediaType ?? null}, ${reference ?? null}, ${json(detail ?? {})}, ${by}, ${now}, ${first}, ${version})`.execute(
    trx,
  )
  return id
}

type Version = { first: string | null; version: number }
const FIRST: Version = { first: null, version: 1 }

/** The tree shows the next version from now on. Refused when somebody else has just sent one. */
async function outdate(trx: Trx, caseId: string, id: string): Promise<Version> {
  const { rows } = await sql<{
    first: string
    version: number
  }>`update case_resource set is_latest = false, first = coalesce(first, id)
    where id = ${id} and case_id = ${caseId} and is_latest and removed_at is null returning first, version + 1 as version`.execute(
    trx,
  )
  if (!rows[0]) throw new Refusal(conflict('documents.resource.not-latest'))
  return rows[0]
}

/** Older versions of a resource, the latest first. */
export async function olderVersions(trx: Trx, id: string): Promise<Resource[]> {
  const { rows } = await sql<Resource>`select ${COLUMNS} from case_resource r left join person p on p.id = r.made_by
    where r.first = (select first from case_resource where id = ${id}) and not r.is_latest and r.removed_at is null
    order by r.version desc`.execute(trx)
  return rows
}

/** Takes it out of the tree; the row and the bytes stay. */
export async function removeResource(trx: Trx, id: string, by: string, now: Date): Promise<void> {
  const { caseId } = await readResource(trx, id)
  await refuseArchived(trx, caseId)
  await sql`update case_resource set removed_by = ${by}, removed_at = ${now} where id = ${id}`.execute(trx)
}

const COLUMNS = sql`r.id, r.case_id as "caseId", r.folder, r.kind, r.title, r.digest, r.size, r.media_type as "mediaType", r.reference,
  r.detail, r.made_at as "madeAt", r.version,
  case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as "madeBy"`

export async function readResource(trx: Trx, id: string): Promise<Resource> {
  const { rows } = await sql<Resource>`select ${COLUMNS} from case_resource r left join person p on p.id = r.made_by
    where r.id = ${id} and r.removed_at is null`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('documents.resource.unknown', { resource: id }))
  return rows[0]
}

/** By folder, then in the order of their making: a tree read from top to bottom. */
export async function resourcesOf(trx: Trx, caseId: string): Promise<Resource[]> {
  const { rows } = await sql<Resource>`select ${COLUMNS} from case_resource r left join person p on p.id = r.made_by
    where r.case_id = ${caseId} and r.removed_at is null and r.is_latest order by r.folder, r.made_at, r.id`.execute(
    trx,
  )
  return rows
}

async function refuseArchived(trx: Trx, caseId: string): Promise<void> {
  const { rows } = await sql<{ number: string }>`select number from snapshot where case_id = ${caseId}`.execute(trx)
  if (rows[0]) throw new Refusal(conflict('documents.resource.archived', { number: rows[0].number }))
}

/** «/举证//照片/» → «举证/照片»; a way up and out is refused, for folders become paths in a package. */
function cleanFolder(folder: string): string {
  const parts = folder.split('/').filter((part) => part.trim() !== '')
  if (parts.some((part) => part === '.' || part === '..' || /[\\:*?"<>|]/.test(part))) {
    throw new Refusal(invalid('documents.resource.bad-folder', { folder }))
  }
  return parts.join('/')
}
