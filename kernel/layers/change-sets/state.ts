import type { Trx } from '../../db/database.ts'
import { conflict, notFound, Refusal } from '../../problems/problem.ts'
import type { ChangeSetState, ChangeSetTable, LayerTables } from '../tables.ts'

/**
 * The set, locked until the end of the transaction. Throws a Refusal when there is none, or when its state is not one of
 * `allowed`: somebody was quicker.
 */
export async function takeChangeSet(trx: Trx, id: string, allowed: readonly ChangeSetState[]): Promise<ChangeSetTable> {
  const set = await trx
    .withTables<LayerTables>()
    .selectFrom('change_set')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!set) throw new Refusal(notFound('layers.change-set.unknown', { changeSet: id }))
  if (!allowed.includes(set.state)) {
    throw new Refusal(
      conflict('layers.change-set.state', { changeSet: id, state: set.state, allowed: allowed.join('|') }),
    )
  }
  return set
}

export async function setState(
  trx: Trx,
  id: string,
  state: ChangeSetState,
  at: Partial<ChangeSetTable> = {},
): Promise<void> {
  await trx
    .withTables<LayerTables>()
    .updateTable('change_set')
    .set({ state, ...at })
    .where('id', '=', id)
    .execute()
}

/** Names of the layers the items of a set touch, in order. */
export async function layersOf(trx: Trx, id: string): Promise<string[]> {
  const rows = await trx
    .withTables<LayerTables>()
    .selectFrom('change_item')
    .select('layer')
    .distinct()
    .where('change_set', '=', id)
    .orderBy('layer')
    .execute()
  return rows.map((row) => row.layer)
}
