import type { ProcessModel } from '../process/model.ts'

/** A process with what running it as cases needs beyond the drawing. */
export type CaseProcess = ProcessModel & {
  business: string
  /** how cases are numbered: «云监〔{year}〕{serial:5}号» (see kernel/documents/numbers.ts) */
  numbers: string
  /** 职责分离: step → steps whose actors may not do it */
  separation?: Record<string, string[]>
  /**
   * 立案 at the desk: the form a case is filed with, and its fields that may be filled in then. Where it is given, the general
   * acts apply: casework.case.file opens such cases and casework.task.complete does their tasks.
   */
  filing?: { form: string; writable: 'all' | string[] }
}
