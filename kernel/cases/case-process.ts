import type { DecisionTable } from '../process/decision/table.ts'
import type { ProcessModel } from '../process/model.ts'

/** A process with what running it as cases needs beyond the drawing. */
export type CaseProcess = ProcessModel & {
  business: string
  /** how cases are numbered: «云监〔{year}〕{serial:5}号» (see kernel/documents/numbers.ts) */
  numbers: string
  /** 职责分离: step → steps whose actors may not do it; `opener` is who opened the case, `data.<field>` whom the case names there */
  separation?: Record<string, string[]>
  /** what begins the clock of the case; without it the filing does */
  clock?: ClockStart
  /** how its limit may be extended; without it, it may not */
  extension?: ExtensionRule
  /** step → field of the case that names the organisation whose task it is (调查机构); others are the case's own */
  handledBy?: Record<string, string>
  /** steps whose opinions are signed by hand: each carries the signature its writer has kept */
  signed?: string[]
  /** who hears of a task that is overdue, by step; `*`: of a case that is */
  escalation?: Record<string, Escalation>
  /**
   * 立案 at the desk: the form a case is filed with, and its fields that may be filled in then. Where it is given, the general
   * acts apply: casework.case.file opens such cases and casework.task.complete does their tasks.
   */
  filing?: { form: string; writable: 'all' | string[] }
  /** the tables its decision steps ask, as they were when this version was published */
  decisions?: DecisionTable[]
}

/**
 * The clock begins the day after `way` was taken out of `step` (受理). `deemedAfter`: when that took more working days than
 * these since the papers came, they count as accepted on the day they came (行政许可法 32).
 */
export type ClockStart = { step: string; way: string; deemedAfter?: number }

/** 延期 (行政许可法 42): at most `days` working days, `times` over the whole case; `role` hears of it where the case lies. */
export type ExtensionRule = { days: number; times: number; role: string }

/** To everybody who holds `role` where the case lies, so many working days after the last day. */
export type Escalation = { role: string; afterDays: number }
