import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { type Step, type Title, transitionsOf } from '../../../kernel/process/model.ts'

/** One difference: `part` names what differs (`processes.differs.<part>`), `step` where; `from` and `to` as the process has them. */
export type Difference = {
  kind: 'added' | 'removed' | 'changed'
  step?: { id: string; title: Title }
  part: string
  from?: unknown
  to?: unknown
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

/** A way out of a step as it is compared. */
export type ComparedWay = { title?: Title; when?: string; to: string }

/** By name; what is not there, an empty list or `false` is no part. */
type Parts = Record<string, unknown>

function differ(before: Parts, after: Parts): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((part): Difference[] => {
    const [from, to] = [before[part], after[part]].map(given)
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    return [{ kind: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed', part, from, to }]
  })
}

const given = (value: unknown): unknown =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value

const partsOfProcess = (process: CaseProcess): Parts => {
  const { title, business, numbers, limitDays, start, filing, escalation, clock, extension, trigger } = process
  return {
    title: title.zh,
    titleEn: title.en,
    ...{ business, numbers, limitDays, start },
    filingForm: filing?.form,
    filingWritable: filing?.writable,
    escalation: escalation?.['*'],
    ...{ clock, extension, trigger },
  }
}

/** Everything of a step but its ways, which are told one by one. */
function partsOfStep(step: Step, { separation, escalation, signed, handledBy }: CaseProcess): Parts {
  const { id, title, transitions: _, ...rest } = { transitions: [], ...step }
  const ways = transitionsOf(step).map(({ name, to, when, title: called }): [string, ComparedWay] => [
    `way ${name}`,
    { to, ...(called && { title: called }), ...(when && { when }) },
  ])
  return {
    title: title.zh,
    titleEn: title.en,
    ...rest,
    ...Object.fromEntries(ways),
    separation: separation?.[id],
    escalation: escalation?.[id],
    handledBy: handledBy?.[id],
    signed: signed?.includes(id) || undefined,
  }
}
