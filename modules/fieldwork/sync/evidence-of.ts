import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Evidence } from '../../../kernel/quality/rules/evidence/evidence.ts'
import { photosOf, ruled } from './field-work.ts'
import { FIELD_ROLE, rangeOf } from './standing.ts'

/** Milliseconds: clocks are not more alike than this. */
const CLOCK_MS = 5 * 60_000

/**
 * The evidence for a case as the rules want it: all photos against the whole range, taken between the day the first field
 * task was given out (what was found outdoors: the moment it was found) and now. The store names bytes by their digest, so what is there is what the device hashed.
 */
export async function evidenceOf(trx: Trx, caseId: string, reason: string | null): Promise<Evidence> {
  const photos = await photosOf(trx, caseId)
  const { rows } = await sql<{
    from: Date | null
    to: Date | null
  }>`select least(min(opened_at), min((select (c.data->>'discoveredAt')::timestamptz from case_ c
      where c.id = case_id and c.data->>'source' = 'self'))) as from, max(coalesce(done_at, now())) as to from task
    where case_id = ${caseId} and role = ${FIELD_ROLE}`.execute(trx)
  const [from, to] = [rows[0]?.from ?? new Date(0), rows[0]?.to ?? new Date()]
  return {
    feature: 'range',
    patch: await rangeOf(trx, caseId),
    attributes: {},
    mandatory: [],
    photos: photos.map(ruled),
    window: { from: new Date(from.getTime() - CLOCK_MS), to: new Date(Math.max(to.getTime(), Date.now()) + CLOCK_MS) },
    reason,
  }
}
