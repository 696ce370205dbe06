import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { invalid, Refusal } from '../problems/problem.ts'

export type SnapshotSearch = {
  /** part of anything written about the case */
  text?: string
  number?: string
  business?: string
  /** first digits of the area code */
  area?: string
  /** «2026-11-01», days in Shanghai, both included */
  from?: string
  to?: string
  limit?: number
  after?: string
}

export type FoundSnapshot = {
  id: string
  caseId: string
  business: string
  number: string
  title: string
  areaCode: string
  takenAt: Date
  digest: string
  size: number
}

/** `covered`: which rows of `snapshot s` the person may see. The latest first. */
export async function searchSnapshots(
  trx: Trx,
  covered: RawBuilder<boolean>,
  search: SnapshotSearch,
): Promise<{ items: FoundSnapshot[]; next: string | null }> {
  const limit = Math.min(search.limit ?? 50, 200)
  const { rows } = await sql<FoundSnapshot>`select s.id, s.case_id as "caseId", s.business, s.number, s.title,
      s.area_code as "areaCode", s.taken_at as "takenAt", s.digest, s.size
    from snapshot s where ${sql.join([covered, ...wanted(search)], sql` and `)}
    order by s.taken_at desc, s.id desc limit ${limit + 1}`.execute(trx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.takenAt.toISOString()}~${last.id}` : null }
}

function wanted({ text, number, business, area, from, to, after }: SnapshotSearch): RawBuilder<boolean>[] {
  return [
    text ? sql<boolean>`s.words ilike ${`%${escapeLike(text)}%`}` : undefined,
    number ? sql<boolean>`s.number = ${number}` : undefined,
    business ? sql<boolean>`s.business = ${business}` : undefined,
    area ? sql<boolean>`s.area_code like ${`${escapeLike(area)}%`}` : undefined,
    from ? sql<boolean>`s.taken_at >= ${`${from}T00:00:00+08:00`}::timestamptz` : undefined,
    to ? sql<boolean>`s.taken_at < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'` : undefined,
    after ? afterCursor(after) : undefined,
  ].filter((one) => one !== undefined)
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

function afterCursor(after: string): RawBuilder<boolean> {
  const [at, id] = after.split('~')
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? '')) {
    throw new Refusal(invalid('documents.snapshot.bad-cursor', { after }))
  }
  return sql`(s.taken_at, s.id) < (${at}::timestamptz, ${id}::uuid)`
}
