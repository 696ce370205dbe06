import type { TaskRow } from '../../../kernel/cases/tables.ts'
import type { Context } from '../../../kernel/http/action.ts'
import type { Operation } from '../schema.ts'

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
  /** Tasks that this batch holds already as this person's own: nobody else can move them before it ends. */
  held?: Map<string, TaskRow>
}
