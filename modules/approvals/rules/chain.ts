import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { FormDefinition } from '../../../kernel/forms/definition.ts'
import { invalid, type Problem } from '../../../kernel/problems/problem.ts'
import { transitionsOf, type UserTask } from '../../../kernel/process/model.ts'
import type { ItemDefinition } from './item.ts'
import { namesAsked } from './result-text.ts'

/** 受理 审批 决策 发证 监管 共享 (XX056) */
export const LINKS = ['acceptance', 'approval', 'decision', 'issue', 'supervision', 'sharing'] as const
export type Link = (typeof LINKS)[number]

/** `error`: the link does not hold; `warning`: it does, and something is worth a look. */
export type ChainFinding = { link: Link; level: 'error' | 'warning'; problem: Problem }

export type ChainFacts = {
  item: ItemDefinition & { code: string }
  process: CaseProcess
  form: FormDefinition | null
  /** people who hold a role for the item's business */
  holders: ReadonlyMap<string, number>
  /** of each section asked for its opinion, by code: people who may co-sign */
  cosigners: ReadonlyMap<string, number>
  /** published rules: key → names of the facts each asks for */
  rules: ReadonlyMap<string, readonly string[]>
  /** what the map tells a rule beside the form */
  mapFacts: readonly string[]
  /** messages of results that no partner took */
  dead: number
}

type Check = (facts: ChainFacts) => ChainFinding[]

const found = (
  link: Link,
  level: ChainFinding['level'],
  name: string,
  params: Problem['params'] = {},
): ChainFinding => ({
  ...{ link, level },
  problem: invalid(`approvals.chain.${name}`, params),
})
const tasksOf = ({ steps }: CaseProcess): UserTask[] => steps.filter((step) => step.kind === 'userTask')

const acceptance: Check = ({ item, process, form }) => [
  ...(form ? [] : [found('acceptance', 'error', 'no-form')]),
  ...(item.materials.length > 0 ? [] : [found('acceptance', 'warning', 'no-materials')]),
  ...(item.open ? [] : [found('acceptance', 'warning', 'closed')]),
  ...(item.legalBasis.length > 0 ? [] : [found('acceptance', 'error', 'no-law')]),
  ...(item.kind !== 'licence' || process.clock ? [] : [found('acceptance', 'warning', 'no-clock')]),
]

const approval: Check = ({ item, process, holders, cosigners }) => [
  ...tasksOf(process)
    .filter(({ role }) => !holders.get(role))
    .map(({ title, role }) => found('approval', 'error', 'nobody', { step: title.zh, role: `role.${role}` })),
  ...tasksOf(process)
    .filter(({ limitDays }) => limitDays !== undefined && limitDays > item.promisedDays)
    .map(({ title, limitDays }) =>
      found('approval', 'warning', 'step-too-long', { step: title.zh, days: limitDays!, promised: item.promisedDays }),
    ),
  ...item.cosigners
    .filter((section) => !cosigners.get(section))
    .map((section) => found('approval', 'error', 'no-cosigner', { section })),
]

const decision: Check = ({ item, form, rules, mapFacts }) => {
  const known = new Set([...(form?.fields.map(({ name }) => name) ?? []), ...mapFacts])
  const own = item.rules ?? []
  const unpublished = own
    .filter((key) => !rules.has(key))
    .map((rule) => found('decision', 'error', 'no-rule', { rule }))
  const unanswered = own.flatMap((rule) => {
    const unknown = (rules.get(rule) ?? []).filter((name) => !known.has(name))
    return unknown.length > 0 ? [found('decision', 'error', 'rule-facts', { rule, names: unknown.join('、') })] : []
  })
  const none = own.length === 0 ? [found('decision', 'warning', 'no-rules')] : []
  return [...unpublished, ...unanswered, ...none]
}

const issue: Check = ({ item, process, form }) => {
  if (!item.result) return [found('issue', 'error', 'no-result')]
  const fields = new Set(form?.fields.map(({ name }) => name))
  const strange = namesAsked(item.result).filter((name) => !fields.has(name) && !isGiven(name))
  const isNumbered = tasksOf(process).some(({ writable }) => NUMBERS.some((name) => writable.includes(name)))
  return [
    ...(strange.length > 0 ? [found('issue', 'error', 'result-names', { names: strange.join('、') })] : []),
    ...(isNumbered ? [] : [found('issue', 'error', 'no-number')]),
    ...(item.validity && !fields.has('validUntil') ? [found('issue', 'warning', 'no-validity')] : []),
  ]
}
/** Fields that hold the number of what is handed over. */
const NUMBERS = ['decisionNumber', 'certificateNumber', 'slipNumber']
const GIVEN = ['number', 'applicant', 'item', 'case', 'law', 'area', 'bureau', 'today', 'code']
const isGiven = (name: string): boolean => GIVEN.includes(name)

const supervision: Check = ({ item, process }) => [
  ...(item.legalDays === null && item.kind === 'licence' ? [found('supervision', 'warning', 'no-legal-limit')] : []),
  ...(process.escalation && Object.keys(process.escalation).length > 0
    ? []
    : [found('supervision', 'warning', 'no-escalation')]),
]

/** Every way to an end goes through the archive: what is not archived is found by nobody. */
const sharing: Check = ({ process, dead }) => {
  const archives = process.steps.filter((step) => step.kind === 'serviceTask' && step.job === 'casework.case.archive')
  const archived = new Set(archives.flatMap((step) => transitionsOf(step).map(({ to }) => to)))
  const bare = process.steps.filter((step) => step.kind === 'end' && !archived.has(step.id))
  return [
    ...bare.map(({ title }) => found('sharing', 'error', 'not-archived', { end: title.zh })),
    ...(dead > 0 ? [found('sharing', 'error', 'dead', { count: dead })] : []),
  ]
}

/** What is missing in the chain of an item, link by link. */
export const checkChain = (facts: ChainFacts): ChainFinding[] =>
  [acceptance, approval, decision, issue, supervision, sharing].flatMap((check) => check(facts))
