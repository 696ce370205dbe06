import { type Finding, fault } from './check-finding.ts'
import type { ProcessModel, Step } from './model.ts'
import { waitOf } from './waiting.ts'

/** A hundred years; what is longer has been typed wrongly, and no day can be counted for it. */
export const MOST_MINUTES = 100 * 366 * 1440
const MOST_DAYS = 3660
const MOST_TIMES = 1000

/** Numbers no clock, count or calendar can be kept by: parts of one, below none, beyond all lives. */
export function checkRanges(step: Step): Finding[] {
  const wait = waitOf(step)
  return [
    ...range(step.id, 'limitDays', step.kind === 'userTask' ? step.limitDays : undefined, 1, MOST_DAYS),
    ...range(step.id, 'workingDays', wait && 'workingDays' in wait ? wait.workingDays : undefined, 0, MOST_DAYS),
    ...range(step.id, 'minutes', wait && 'minutes' in wait ? wait.minutes : undefined, 1, MOST_MINUTES),
    ...range(step.id, 'times', step.kind === 'boundary' ? step.times : undefined, 1, MOST_TIMES),
    ...range(step.id, 'retries', step.kind === 'serviceTask' ? step.retries : undefined, 0, MOST_TIMES),
  ]
}

export const checkWholeRange = ({ start, limitDays }: ProcessModel): Finding[] =>
  range(start, 'limitDays', limitDays, 1, MOST_DAYS)

const range = (step: string, what: string, value: number | undefined, least: number, most: number): Finding[] =>
  value === undefined || (Number.isInteger(value) && value >= least && value <= most)
    ? []
    : [fault('out-of-range', { step, what, value: String(value), least, most })]
