import { evaluateFeel } from '../feel.ts'

/** Names of DMN and of Camunda 7 for the same types, and how FEEL makes them of a text. */
const MAKE = {
  date: 'date(x)',
  time: 'time(x)',
  dateTime: 'date and time(x)',
  'date and time': 'date and time(x)',
  dayTimeDuration: 'duration(x)',
  'days and time duration': 'duration(x)',
  yearMonthDuration: 'duration(x)',
  'years and months duration': 'duration(x)',
}

export type Temporal = keyof typeof MAKE

export const isTemporal = (type: string | undefined): type is Temporal =>
  type !== undefined && Object.hasOwn(MAKE, type)

/** A text as the day, time or duration it stands for (DMN 1.3 §7.3.2.3); itself where it is none. */
export const asTyped = (value: unknown, type: Temporal | undefined): unknown =>
  type !== undefined && typeof value === 'string' ? (evaluateFeel(MAKE[type], { x: value }) ?? value) : value
