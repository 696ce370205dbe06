import { sql } from 'kysely'
import { fromHex } from '../../../kernel/crypto/bytes.ts'
import { json, type Trx } from '../../../kernel/db/database.ts'
import type { Problem } from '../../../kernel/problems/problem.ts'
import { keysOf } from '../rules/sealing/keys.ts'
import type { Status } from '../schema.ts'
import type { Finding, What } from './finding.ts'
import type { KeysById } from './open-rescue.ts'

/** What became of an act; known: it was here before, whatever became of it then. */
export type Outcome = Status | 'known'
export type Statuses = Partial<Record<Outcome, number>>

/** `photosDone`, `actsDone`: how far the run is; `lost`: what could not be taken in, `aside`: acts that wait for something or a person. */
export type RescueRow = {
  id: string
  fileDigest: string
  fileName: string
  job: string
  askedAt: Date
  endedAt: Date | null
  photosDone: number
  actsDone: number
  photos: number
  statuses: Statuses
  lost: number
  aside: number
}

const COLUMNS = sql`r.id, r.file_digest as "fileDigest", r.file_name as "fileName", r.job, r.asked_at as "askedAt", r.ended_at as "endedAt",
  r.photos_done as "photosDone", r.acts_done as "actsDone", r.photos, r.statuses,
  (select count(*)::int from field_rescue_finding f where f.rescue = r.id and f.is_lost) as lost,
  (select count(*)::int from field_rescue_finding f where f.rescue = r.id and not f.is_lost) as aside`

export async function addRescue(
  trx: Trx,
  { id, fileDigest, fileName, person, job, now }: Pick<RescueRow, 'id' | 'fileDigest' | 'fileName' | 'job'> & { person: string; now: Date }, // biome-ignore format: one row
): Promise<void> {
  await sql`insert into field_rescue (id, file_digest, file_name, person, job, asked_at)
    values (${id}, ${fileDigest}, ${fileName}, ${person}, ${job}, ${now})`.execute(trx)
}

/** Of somebody else it is as unknown as one that never was. */
export async function readRescue(trx: Trx, id: string, person: string): Promise<RescueRow | undefined> {
  const { rows } = await sql<RescueRow>`select ${COLUMNS} from field_rescue r
    where r.id = ${id} and r.person = ${person}`.execute(trx)
  return rows[0]
}

export async function rescuesOf(trx: Trx, person: string): Promise<RescueRow[]> {
  const { rows } = await sql<RescueRow>`select ${COLUMNS} from field_rescue r
    where r.person = ${person} order by r.asked_at desc limit 10`.execute(trx)
  return rows
}

export type FindingRow = { place: string; what: What; problem: Problem; isLost: boolean }

/** Those that could not be taken in first. */
export async function findingsOf(trx: Trx, id: string, limit: number): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`select place, what, problem, is_lost as "isLost" from field_rescue_finding
    where rescue = ${id} order by is_lost desc, place limit ${limit}`.execute(trx)
  return rows
}

export async function keepFindings(trx: Trx, id: string, findings: readonly Finding[]): Promise<void> {
  for (const { place, what, problem, isLost } of findings)
    await sql`insert into field_rescue_finding (rescue, place, what, problem, is_lost)
      values (${id}, ${place}, ${json(what)}, ${json(problem)}, ${isLost}) on conflict do nothing`.execute(trx)
}

export async function keepPhotos(trx: Trx, id: string, { done, photos }: { done: number; photos: number }) {
  await sql`update field_rescue set photos_done = ${done}, photos = ${photos} where id = ${id}`.execute(trx)
}

export async function keepActs(trx: Trx, id: string, { done, statuses }: { done: number; statuses: Statuses }) {
  await sql`update field_rescue set acts_done = ${done}, statuses = ${json(statuses)} where id = ${id}`.execute(trx)
}

export async function endRescue(trx: Trx, id: string, now: Date): Promise<void> {
  await sql`update field_rescue set ended_at = ${now} where id = ${id}`.execute(trx)
}

/** Those of these acts that are here already. */
export async function knownActs(trx: Trx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from field_operation where id = any(${ids}::uuid[])`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

/** What the phones' rows and photos are sealed with, as far as this server has given it out. */
export async function keysOfDevices(trx: Trx, ids: string[]): Promise<KeysById> {
  const { rows } = await sql<{ secret: string }>`select encode(data_key, 'hex') as secret from field_device
    where id = any(${ids}) and data_key is not null`.execute(trx)
  const keys = await Promise.all(rows.map(({ secret }) => keysOf(Uint8Array.from(fromHex(secret)))))
  return new Map(keys.map((one) => [one.id, one]))
}
