/** Table types of this folder; layer tables have columns by definition and are read with raw SQL. */
export type LayerTables = {
  change_set: ChangeSetTable
  change_item: ChangeItemTable
  feature_hold: { layer: string; feature_id: number; change_set: string }
  layer_revision: { layer: string; revision: number; changed_at: Date | null; rewritten: number }
}

export type ChangeSetState = 'draft' | 'checked' | 'reserved' | 'applied' | 'abandoned'

export type ChangeSetTable = {
  id: string
  title: string
  state: ChangeSetState
  kind: 'change' | 'load' | 'revert' | 'repair'
  case_ids: string[]
  made_by: string
  made_at: Date
  checked_at: Date | null
  reserved_at: Date | null
  applied_at: Date | null
  abandoned_at: Date | null
  reason: string | null
  reverts: string | null
}

export type ItemKind = 'create' | 'modify' | 'retire'

type ChangeItemTable = {
  change_set: string
  ordinal: number
  layer: string
  kind: ItemKind
  feature_id: number
  base_version: number | null
  attributes: Record<string, string | number | null> | null
  geom: Uint8Array | null
  parents: number[]
}
