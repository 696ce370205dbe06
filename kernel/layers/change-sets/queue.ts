import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'

/**
 * Makes writers of the same layers wait for each other until the end of the transaction, gives them a new revision, and returns the
 * instant the change takes effect: `now`, or just after the last change where clocks disagree, so that history has one order.
 */
export async function nextInstant(trx: Trx, layers: readonly string[], now: Date): Promise<Date> {
  const last = await queueFor(trx, layers)
  const at = new Date(Math.max(now.getTime(), last + 1))
  await sql`update layer_revision set revision = nextval('layer_revision_number'), changed_at = ${at} where layer = any (${layers}::text[])`.execute(
    trx,
  )
  return at
}

/** Milliseconds of the last change of any of the layers, 0 without one. Locked in the order of names: no deadlock. */
export async function queueFor(trx: Trx, layers: readonly string[]): Promise<number> {
  const { rows } = await sql<{ changed_at: Date | null }>`
    select changed_at from layer_revision where layer = any (${layers}::text[]) order by layer for update`.execute(trx)
  return Math.max(0, ...rows.map((row) => row.changed_at?.getTime() ?? 0))
}
