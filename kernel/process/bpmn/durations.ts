import type { BpmnElement } from 'bpmn-moddle'
import { MOST_MINUTES } from '../check-range.ts'
import type { Wait } from '../model.ts'
import { toFeel } from './expressions.ts'
import { definitionOf, whole } from './vocabulary.ts'

const ISO = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const MINUTES = [7 * 1440, 1440, 60, 1, 1 / 60]

/** The wait of a timer event: a duration without months and years, a date, or an expression; a cycle is none. */
export function timerWait(event: BpmnElement): Wait | undefined {
  const definition = definitionOf(event)
  const workingDays = whole(event, 'workingDays')
  if (workingDays !== undefined) return { workingDays }
  const date = definition?.timeDate?.body?.trim()
  if (date) return dateWait(date)
  return definition?.timeDuration?.body ? durationWait(definition.timeDuration.body.trim()) : undefined
}

/** ISO instants and dates are quoted; anything else is an expression. */
function dateWait(date: string): Wait | undefined {
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(date)) return { until: `"${date}"` }
  const until = toFeel(date)
  return until === undefined ? undefined : { until }
}

/** Shorter than a minute is a minute. */
function durationWait(duration: string): Wait | undefined {
  const parts = ISO.exec(duration)?.slice(1)
  if (!parts?.some(Boolean)) return undefined
  const minutes = parts.reduce((sum, part, i) => sum + Number(part ?? 0) * MINUTES[i]!, 0)
  return minutes > MOST_MINUTES ? undefined : { minutes: Math.max(1, Math.ceil(minutes)) }
}

/** `R3/PT2H`: so many times, so long after each other; without a number it is not known when to stop. */
export function cycleOf(event: BpmnElement): { on: { wait: Wait }; times: number } | undefined {
  const [, times, duration] = /^R(\d+)\/(P.+)$/.exec(definitionOf(event)?.timeCycle?.body?.trim() ?? '') ?? []
  const wait = duration ? durationWait(duration) : undefined
  return wait && { on: { wait }, times: Number(times) }
}
