import { sql } from 'kysely'
import { type Day, dayOf } from '../calendar/day.ts'
import { type Db, inReading, inTransaction, type Trx } from '../db/database.ts'
import { ahead } from '../db/packets.ts'
import { PREPARED, statement } from '../db/statement-names.ts'
import { readSession, type Session } from './sessions.ts'

/**
 * Reading a person with all their rights costs more than most of what they then do. So a session is read once and kept with the
 * stamp of that moment; every transaction begun for it first asks the database for that stamp, and is begun again with what is
 * read anew when anything about people, rights, roles or sessions has been committed since (20261127-99-access-stamp.sql).
 */

type Kept = Session & { day: Day }

/** Further ones are read anew; some kilobytes each. */
const MOST_KEPT = 5_000
const kept = new WeakMap<Db, Map<string, Kept>>()

/** The session of this token, as it was read before or, if it was not, now. `isKept`: it holds only under its stamp. */
export async function sessionOf(
  db: Db,
  token: string,
  now: Date,
): Promise<{ session: Session; isKept: boolean } | undefined> {
  const ours = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, ours)
  const known = ours.get(token)
  // What is lent for some days is read anew each day.
  const day = dayOf(now.getTime())
  if (known && known.day === day && known.expiresAt > now) return { session: known, isKept: true }
  ours.delete(token)
  const session = await readSession(db, token, now)
  if (!session) return undefined
  if (ours.size >= MOST_KEPT) ours.delete(ours.keys().next().value!)
  ours.set(token, { ...session, day })
  return { session, isKept: false }
}

export const forgetSession = (db: Db, token: string): void => void kept.get(db)?.delete(token)

/** Rights have changed since they were read: nothing was done. */
export class OutOfDate extends Error {}

/** A transaction that does nothing unless this stamp still stands; without one it is like any other. */
export async function underStamp<T>(
  db: Db,
  stamp: string | null,
  kind: 'reading' | 'writing',
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  const begin = kind === 'reading' ? inReading : inTransaction
  if (stamp === null) return begin(db, work)
  let isSure = false
  try {
    return await begin(db, (trx) => {
      // It goes with the first statement of the work, before it.
      const sure = ahead(trx, REQUIRE(stamp)).then(() => (isSure = true))
      sure.catch(() => {})
      return work(trx)
    })
  } catch (error) {
    // Who was refused before anything was asked may have been so by rights of yesterday.
    if (!isSure && (await stampOf(db)) !== stamp) throw new OutOfDate()
    throw error
  }
}

const REQUIRE = statement('select require_access_stamp($1::uuid)')

async function stampOf(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ stamp: string }>`${PREPARED} select stamp from access_stamp`.execute(db)
  return rows[0]?.stamp
}
