import type { Answer, Status } from './schema.ts'

export type FieldTables = {
  field_device: { id: string; last_sequence: number; last_hash: string; first_seen_at: Date; last_seen_at: Date }
  field_operation: {
    id: string
    device: string
    sequence: number
    kind: string
    task_id: string
    base_revision: number | null
    payload: Record<string, unknown>
    previous_hash: string
    hash: string
    protocol: number
    person: string
    received_at: Date
    status: Status
    waits_for: 'earlier' | 'photo' | null
    answer: Answer
  }
  field_form: { case_id: string; revision: number; values: Record<string, unknown>; saved_by: string; saved_at: Date }
}
