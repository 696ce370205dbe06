import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { type LayerDefinition, tableOf } from '../layers/definition.ts'
import { rowsAt } from '../layers/rows.ts'

/**
 * The state of a layer a transaction sees: every write to it gives a new `revision`, which no rollback takes back. `rewritten`: the
 * last one that no change set tells of. `rows`: present features, as the database estimates them (counted where it does not). `writer`: the transaction, if it has
 * written anything; then what it sees may be its own and come to nothing.
 */
export type LayerStamp = {
  revision: number
  changedAt: Date | null
  rewritten: number
  rows: number
  writer: string | null
}

export async function readStamp(trx: Trx, layer: LayerDefinition): Promise<LayerStamp> {
  const { rows } = await sql<LayerStamp>`select revision, changed_at as "changedAt", rewritten,
      pg_current_xact_id_if_assigned()::text as writer,
      (select case when reltuples > 0 then reltuples else (select count(*) from ${rowsAt(layer)} f) end
        from pg_class where oid = ${`${tableOf(layer)}_current`}::regclass) as rows
    from layer_revision where layer = ${layer.name}`.execute(trx)
  return rows[0]!
}

/** The instant as well: a backup put back counts revisions from where it was. */
export const isSameState = (a: LayerStamp, b: LayerStamp) =>
  a.revision === b.revision && a.rewritten === b.rewritten && a.changedAt?.getTime() === b.changedAt?.getTime()

/** Whether the sets applied since `a` tell all that happened up to `b`. */
export const isToldBySets = (a: LayerStamp, b: LayerStamp) =>
  a.revision < b.revision &&
  a.rewritten === b.rewritten &&
  (a.changedAt?.getTime() ?? 0) < (b.changedAt?.getTime() ?? 0)
