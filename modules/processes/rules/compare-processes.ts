import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { type Step, type Title, transitionsOf } from '../../../kernel/process/model.ts'

/** One difference: `part` names what differs (`processes.differs.<part>`), `step` where; `from` and `to` as they are written. */
export type Difference = {
  kind: 'added' | 'removed' | 'changed'
  step?: { id: string; title: Title }
  part: string
  from?: string
  to?: string
}

/** What the second has that the first has not, what it lacks, and what it has otherwise; in the order of the second's steps. */
export function compareProcesses(before: CaseProcess, after: CaseProcess): Difference[] {
  const old = new Map(before.steps.map((step) => [step.id, step]))
  const kept = new Set(after.steps.map(({ id }) => id))
  return [
    ...differ(partsOfProcess(before), partsOfProcess(after)),
    ...after.steps.flatMap((step) => {
      const known = old.get(step.id)
      if (!known) return [whole('added', step)]
      const parts = differ(partsOfStep(known, before), partsOfStep(step, after))
      return parts.map((one) => ({ ...one, step: { id: step.id, title: step.title } }))
    }),
    ...before.steps.filter(({ id }) => !kept.has(id)).map((step) => whole('removed', step)),
  ]
}

const whole = (kind: 'added' | 'removed', { id, title, kind: what }: Step): Difference => ({
  kind,
  step: { id, title },
  part: what,
})

type Parts = Record<string, string>

function differ(before: Parts, after: Parts): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((part): Difference[] => {
    const [from = '', to = ''] = [before[part], after[part]]
    if (from === to) return []
    return [{ kind: from === '' ? 'added' : to === '' ? 'removed' : 'changed', part, from, to }]
  })
}

const spell = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(spell).join(' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const partsOfProcess = ({
  title,
  business,
  numbers,
  limitDays,
  start,
  filing,
  escalation,
  ...rest
}: CaseProcess): Parts => ({
  title: title.zh,
  titleEn: title.en,
  business,
  numbers,
  limitDays: spell(limitDays),
  start,
  filingForm: spell(filing?.form),
  filingWritable: spell(filing?.writable),
  escalation: spell(escalation?.['*']),
  clock: spell(rest.clock),
  extension: spell(rest.extension),
  trigger: spell(rest.trigger),
})

/** Everything of a step but its ways, which are told one by one. */
function partsOfStep(step: Step, { separation, escalation, signed, handledBy }: CaseProcess): Parts {
  const { id, title, transitions: _, ...rest } = { transitions: [], ...step }
  const own = Object.entries(rest).map(([name, value]) => [name, spell(value)])
  const ways = transitionsOf(step).map(({ name, to, when, title: called }) => [
    `way ${name}`,
    [called?.zh, when && `${when}`, `→ ${to}`].filter(Boolean).join(' '),
  ])
  return {
    title: title.zh,
    titleEn: title.en,
    ...Object.fromEntries(own),
    ...Object.fromEntries(ways),
    separation: spell(separation?.[id]),
    escalation: spell(escalation?.[id]),
    handledBy: spell(handledBy?.[id]),
    signed: signed?.includes(id) ? id : '',
  }
}
