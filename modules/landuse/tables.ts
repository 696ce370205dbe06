import type { CaseTables } from '../../kernel/cases/tables.ts'
import type {
  ApprovalFinding,
  BatchOptions,
  BatchState,
  ChangeKind,
  ClueState,
  Conclusion,
  Dropped,
  Note,
  Reason,
  ScreeningFacts,
  Source,
} from './schema.ts'

export type LanduseTables = Pick<CaseTables, 'case_'> & {
  landuse_batch: {
    id: string
    number: string
    source: Source
    period: string
    arrived_by: 'page' | 'folder' | 'api' | 'command'
    area_code: string
    file_digest: string
    file_name: string
    rows_digest: string
    format: string
    layer_name: string
    encoding: { name: string; how: string }
    crs: { epsg: number; how: string; note?: string }
    fields: { name: string; type: string; length?: number }[]
    findings: Note[]
    mapping: Record<string, string>
    mapping_how: Record<string, string>
    mapping_missing: string[]
    state: BatchState
    options: BatchOptions
    run_id: string | null
    made_by: string
    made_at: Date
    done_at: Date | null
    cancelled_at: Date | null
    cancel_reason: string | null
  }
  landuse_field_mapping: { source: string; mapping: Record<string, string>; confirmed_by: string; confirmed_at: Date }
  landuse_row: {
    batch: string
    row: number
    digest: string
    attributes: Record<string, string | number | null>
    geometry: Uint8Array | null
    state: 'waiting' | 'accepted' | 'repaired' | 'rejected'
    reason: Note | null
    findings: Note[]
  }
  landuse_clue: ClueTable
  landuse_repair: {
    clue: string
    ordinal: number
    code: string
    params: Record<string, string | number>
    reverted_at: Date | null
    reverted_by: string | null
  }
  landuse_adjustment: {
    id: string
    clue: string
    before: string
    after: string
    reason: string
    made_by: string
    made_at: Date
  }
  landuse_overlay: {
    clue: string
    layer: string
    ordinal: number
    as_of: Date
    covered: boolean
    key: Record<string, string | number | null>
    ellipsoidal: number
    planar: number
    features: number[]
  }
  landuse_piece: {
    clue: string
    layer: string
    ordinal: number
    features: { id: number; key: Record<string, string | number | null> }[]
    ellipsoidal: number
    planar: number
    geom: Uint8Array
  }
  landuse_range: RangeTable
  landuse_patch: PatchTable
  landuse_shared: { kind: string; clue: string; payload: unknown; written_at: Date }
}

export type ClueTable = {
  id: string
  batch: string
  row: number
  number: string
  source_number: string
  source: Source
  before_on: string | null
  found_on: string | null
  change_kind: ChangeKind
  predicted_class: string | null
  note: string | null
  stated_area: number | null
  area_code: string
  state: ClueState
  geom: Uint8Array
  geom_before: Uint8Array | null
  repair_reverted: boolean
  area_ellipsoidal: number
  area_planar: number
  tags: string[]
  farmland_area: number
  basic_farmland_area: number
  redline_area: number
  urban_area: number
  range_area: number
  linked_clue: string | null
  link_ratio_own: number | null
  link_ratio_other: number | null
  facts: ScreeningFacts | null
  approvals: ApprovalFinding[]
  dropped: Dropped[]
  conclusion: Conclusion | null
  automatic_conclusion: Conclusion | null
  reason_code: string | null
  reason: Reason | null
  decision: { key: string; digest: string; rule: string } | null
  adjusted_by: string | null
  adjusted_at: Date | null
  adjust_reason: string | null
  case_id: string | null
  case_number: string | null
  surveyed_at: Date | null
}

type Areas = { area_ellipsoidal: number; area_planar: number }

type RangeTable = Areas & { id: string; clue: string; ordinal: number; geom: Uint8Array }

type PatchTable = Areas & {
  id: string
  range: string
  ordinal: number
  geom: Uint8Array
  before_class: string | null
  before_owner: string | null
  class: string | null
  ownership: string | null
  note: string | null
}
