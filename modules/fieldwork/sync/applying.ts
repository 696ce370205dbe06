import type { Context } from '../../../kernel/http/action.ts'
import type { Operation } from '../schema.ts'

/** One operation of a device, and what it is done with. */
export type Applying = { context: Context; device: string; operation: Operation }
