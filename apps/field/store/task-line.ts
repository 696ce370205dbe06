import type { KeptTask } from './field-database.ts'

/** A task as lists hold it: without what only its own page and the map need. */
export type TaskLine = Omit<KeptTask, 'package' | 'range'> & { isPacked: boolean }
