import { sql } from 'kysely'
import type { Context } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying } from './applying.ts'
import { taskToWorkOn } from './standing.ts'

/** Strikes a photo out of the evidence: it is neither counted nor exported, but nothing of it is deleted. */
export async function removePhoto(applying: Applying, { digest, reason }: PayloadOf<'photo.remove'>) {
  const { trx, person, now } = applying.context
  const caseId = await caseOf(applying)
  const found = await photoOf(trx, caseId, digest)
  if (!found) return { status: 'held' as const, waitsFor: 'photo' as const }
  if (found.isRemoved) return { status: 'duplicate' as const }
  await sql`update field_photo set removed_at = ${now}, removed_by = ${person.id}, removed_why = ${reason ?? null}
    where case_id = ${caseId} and digest = ${digest}`.execute(trx)
  return { status: 'applied' as const }
}

/** What is said of a photo after it was taken. What the payload leaves out stays as it was. */
export async function notePhoto(applying: Applying, { digest, note, kind, patchId }: PayloadOf<'photo.note'>) {
  const { trx } = applying.context
  const caseId = await caseOf(applying)
  const found = await photoOf(trx, caseId, digest)
  if (!found) return { status: 'held' as const, waitsFor: 'photo' as const }
  if (found.isRemoved) throw new Refusal(notFound('fieldwork.photo.removed'))
  await sql`update field_photo set note = coalesce(${note ?? null}, note), kind = coalesce(${kind ?? null}, kind),
    patch = coalesce(${patchId ?? null}, patch) where case_id = ${caseId} and digest = ${digest}`.execute(trx)
  return { status: 'applied' as const }
}

const caseOf = async (applying: Applying) => (await taskToWorkOn(applying)).case_id

/** Undefined: its act waits for the bytes, and this one with it. */
async function photoOf(trx: Context['trx'], caseId: string, digest: string) {
  const { rows } = await sql<{ isRemoved: boolean }>`select removed_at is not null as "isRemoved" from field_photo
    where case_id = ${caseId} and digest = ${digest}`.execute(trx)
  return rows[0]
}
