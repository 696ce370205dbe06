import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../../crypto/uuid.ts'
import type { Trx } from '../../db/database.ts'
import type { LayerTables } from '../tables.ts'

export type NewChangeSet = {
  title: string
  caseIds?: readonly string[]
  by: string
  now: Date
  reverts?: string
  /** what was drawn wrong is put right: see check-repair.ts */
  repairs?: true
  reason?: string
}

/** An empty draft; returns its id. `by` is the person who answers for it. */
export async function createChangeSet(trx: Trx, set: NewChangeSet): Promise<string> {
  const id = uuidv7(set.now.getTime(), randomBytes(10))
  const kind = set.reverts ? 'revert' : set.repairs ? 'repair' : 'change'
  await trx
    .withTables<LayerTables>()
    .insertInto('change_set')
    .values({
      ...{
        id,
        title: set.title,
        state: 'draft',
        kind,
        case_ids: [...(set.caseIds ?? [])],
        made_by: set.by,
        made_at: set.now,
      },
      ...{ checked_at: null, reserved_at: null, applied_at: null, abandoned_at: null },
      ...{ reason: set.reason ?? null, reverts: set.reverts ?? null },
    })
    .execute()
  return id
}
