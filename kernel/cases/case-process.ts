import type { ProcessModel } from '../process/model.ts'

/** A process with what running it as cases needs beyond the drawing. */
export type CaseProcess = ProcessModel & {
  business: string
  /** how cases are numbered: «云监〔{year}〕{serial:5}号» (see kernel/documents/numbers.ts) */
  numbers: string
  /** 职责分离: step → steps whose actors may not do it */
  separation?: Record<string, string[]>
}
