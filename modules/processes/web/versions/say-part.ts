import type { ClockStart, Escalation, ExtensionRule } from '../../../../kernel/cases/case-process.ts'
import type { CoSign, Title, Trigger, Wait } from '../../../../kernel/process/model.ts'
import type { ComparedWay } from '../../rules/compare-processes.ts'

/** Words of one language, and what the ids of both versions are called in it. */
export type Names = {
  t: (key: string, params?: Record<string, unknown>) => string
  has: (key: string) => boolean
  words: (title: Title | undefined) => string
  step: (id: string) => string
  /** a way out of a step, by its name there */
  way: (step: string, way: string) => string
  role: (code: string) => string
  form: (key: string) => string
  field: (name: string) => string
  process: (key: string) => string
}

type Say = (value: never, names: Names, step?: string) => string

const list = (say: (one: string, names: Names) => string) => (value: string | string[], names: Names) =>
  [value]
    .flat()
    .map((one) => say(one, names))
    .join(names.t('common.comma'))
const steps = list((id, { step }) => step(id))
const fields = list((name, { field, t }) => (name === 'all' ? t('processes.fields.all') : field(name)))
const chosen = (prefix: string) => list((one, { t, has }) => (has(`${prefix}.${one}`) ? t(`${prefix}.${one}`) : one))

/** How each part of a process or a step is said; whatever is not here stands as it is written. */
const SAYINGS: Record<string, Say> = {
  start: steps,
  separation: list((id, { t, field, step }) =>
    id === 'opener' ? t('processes.says.opener') : id.startsWith('data.') ? field(id.slice(5)) : step(id),
  ),
  cancels: steps,
  attachedTo: steps,
  split: steps,
  role: list((code, { role }) => role(code)),
  form: list((key, { form }) => form(key)),
  filingForm: list((key, { form }) => form(key)),
  writable: fields,
  required: fields,
  hidden: fields,
  filingWritable: fields,
  handledBy: fields,
  process: list((key, { process }) => process(key)),
  verbs: chosen('processes.verb'),
  assignment: chosen('processes.assignment'),
  kind: chosen('processes.kind'),
  rest: chosen('processes.rest'),
  clock: ({ step, way, deemedAfter }: ClockStart, { t, step: called, way: way_ }) =>
    t('processes.says.clock', { step: called(step), way: way_(step, way) }) +
    (deemedAfter === undefined ? '' : t('processes.says.clock.deemed', { days: deemedAfter })),
  extension: ({ days, times, role }: ExtensionRule, { t, role: called }) =>
    t('processes.says.extension', { days, times, role: called(role) }),
  escalation: ({ role, afterDays }: Escalation, { t, role: called }) =>
    t('processes.says.escalation', { days: afterDays, role: called(role) }),
  wait: (wait: Wait, { t }) => sayWait(wait, t),
  on: (trigger: Trigger, { t }) => sayTrigger(trigger, t),
  trigger: (trigger: Trigger, { t }) => sayTrigger(trigger, t),
  inputs: (named: Record<string, string>, names) => sayData(named, names),
  outputs: (named: Record<string, string>, names) => sayData(named, names),
  coSign: (coSign: CoSign, names, step) => sayCoSign(coSign, names, step),
}

/** One value of a difference in words. */
export function sayPart(part: string, value: unknown, names: Names, step?: string): string {
  if (part.startsWith('way ')) return sayWay(value as ComparedWay, names)
  const say = SAYINGS[part]
  if (say) return say(value as never, names, step)
  if (typeof value === 'boolean') return names.t(value ? 'common.yes' : 'common.no')
  return String(value)
}

/** Where it leads, what its button says, and under which condition: its own name means nothing to people. */
function sayWay({ title, when, to }: ComparedWay, { t, words, step }: Names): string {
  const called = words(title)
  return t(when ? 'processes.says.way.when' : 'processes.says.way', { name: called, to: step(to), when }).trim()
}

function sayWait(wait: Wait, t: Names['t']): string {
  if ('until' in wait) return t('processes.says.until', { until: wait.until })
  return 'minutes' in wait
    ? `${wait.minutes} ${t('processes.unit.minutes')}`
    : `${wait.workingDays} ${t('processes.unit.workingDays')}`
}

function sayTrigger(trigger: Trigger, t: Names['t']): string {
  if ('wait' in trigger) return t('processes.says.after', { wait: sayWait(trigger.wait, t) })
  return 'event' in trigger
    ? t('processes.says.event', { event: trigger.event })
    : t('processes.says.when', { when: trigger.when })
}

const sayData = (named: Record<string, string>, { field }: Names): string =>
  Object.entries(named)
    .map(([name, from]) => `${field(name)} ← ${from}`)
    .join('；')

function sayCoSign({ signers, need, pass, otherwise, onReturn, inTurn }: CoSign, names: Names, step = ''): string {
  const { t, way } = names
  return [
    t('processes.says.signers', { signers }),
    t(`processes.order.${inTurn ? 'inTurn' : 'atOnce'}`),
    sayNeed(need, t),
    t('processes.says.passes', { pass: way(step, pass), otherwise: way(step, otherwise) }),
    ...(onReturn === 'vote' ? [t('processes.says.onReturn')] : []),
  ].join(t('processes.says.and'))
}

function sayNeed(need: CoSign['need'], t: Names['t']): string {
  if (need === 'all' || need === 'none') return t(`processes.need.${need}`)
  return typeof need === 'number'
    ? t('processes.says.people', { count: need })
    : t('processes.says.share', { percent: Number((need.ratio * 100).toPrecision(4)) })
}
