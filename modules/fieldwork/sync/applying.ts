import type { TaskRow } from '../../../kernel/cases/tables.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import type { Measure } from '../rules/photo/real-time.ts'
import type { Operation } from '../schema.ts'
import type { FieldForm, FieldPatch } from './field-work.ts'

/**
 * One operation of a device, and what it is done with. `isRevoked`: of a phone that is not listened to any more; kept, not done.
 * `isDecided`: a person at the desk says that it counts, whoever holds the task now.
 */
export type Applying = {
  context: Context
  device: string
  operation: Operation & { protocol: number }
  isRevoked?: boolean
  isDecided?: boolean
  /** the phone's clock as measured when it sent this */
  clock?: Measure | undefined
  batch?: Batch
}

/** What one batch has learnt while it holds it: nobody else can move it before the batch ends. */
export type Batch = {
  /** tasks that are this person's own, by their id */
  held: Map<string, TaskRow>
  /** by the id of the case */
  known: Map<string, KnownWork>
  /** patches the batch names: read together */
  patchIds: readonly string[]
}

/** Range, form and patches of a case as the acts of a batch find and leave them. */
export type KnownWork = { range: MultiPolygon; form: FieldForm; patches: Map<string, FieldPatch> }
