import { ahead } from '../../../kernel/db/packets.ts'
import type { Operation } from '../schema.ts'
import type { Applying, KnownWork } from './applying.ts'
import { asPatch, formRow, NO_FORM, patchesNamed } from './field-work.ts'
import { rangeOf } from './standing.ts'

/** What is there of a case whose task this act holds: asked for once in a batch, all in one packet. */
export async function knownWork({ context, operation, batch }: Applying, caseId: string): Promise<KnownWork> {
  const { trx } = context
  const seen = batch?.known.get(caseId)
  if (seen) return seen
  const patches = ahead(trx, patchesNamed(caseId, batch?.patchIds ?? patchIdsOf([operation])))
  const forms = ahead(trx, formRow(caseId))
  const range = await rangeOf(trx, caseId)
  const found = (await patches).map((row) => [row.id, asPatch(row)] as const)
  const known = { range, form: (await forms)[0] ?? NO_FORM, patches: new Map(found) }
  batch?.known.set(caseId, known)
  return known
}

/** What is no identifier is refused where it is applied. */
export const patchIdsOf = (operations: readonly Pick<Operation, 'payload'>[]): string[] =>
  operations.flatMap(({ payload: { patchId } }) => (typeof patchId === 'string' && UUID.test(patchId) ? [patchId] : []))

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
