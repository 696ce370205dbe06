import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { later } from '../db/packets.ts'

/** Where every server hears whose inbox has changed; what is heard is the person's id. */
export const CHANNEL = 'yutu_message'

/** Heard by every server when this transaction commits, and only then. */
export async function ringFor(trx: Trx, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await later(trx, sql`select pg_notify(${CHANNEL}, person) from unnest(${people}::text[]) as p (person)`)
}
