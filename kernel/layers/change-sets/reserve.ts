import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { Refusal } from '../../problems/problem.ts'
import { conflictsOf } from './conflicts.ts'
import { queueFor } from './queue.ts'
import { layersOf, setState, takeChangeSet } from './state.ts'

/** 预变更: holds the features of a checked set until it is applied or abandoned. Throws a Refusal naming who was there first. */
export async function reserveChangeSet(
  trx: Trx,
  id: string,
  { now, reason }: { now: Date; reason?: string },
): Promise<void> {
  const set = await takeChangeSet(trx, id, ['checked'])
  const layers = await layersOf(trx, id)
  await queueFor(trx, layers)
  const [first] = await conflictsOf(trx, id, layers)
  if (first) throw new Refusal(first)
  await sql`insert into feature_hold (layer, feature_id, change_set)
    select layer, feature_id, change_set from change_item where change_set = ${id} and base_version is not null`.execute(
    trx,
  )
  await setState(trx, id, 'reserved', { reserved_at: now, reason: reason ?? set.reason })
}

/** Gives up a set that was not applied; its features are free again. It stays on record. */
export async function abandonChangeSet(
  trx: Trx,
  id: string,
  { now, reason }: { now: Date; reason?: string },
): Promise<void> {
  const set = await takeChangeSet(trx, id, ['draft', 'checked', 'reserved'])
  await releaseFeatures(trx, id)
  await setState(trx, id, 'abandoned', { abandoned_at: now, reason: reason ?? set.reason })
}

export async function releaseFeatures(trx: Trx, id: string): Promise<void> {
  await sql`delete from feature_hold where change_set = ${id}`.execute(trx)
}
