import { invalid, type Problem } from '../../../kernel/problems/problem.ts'
import { type ResultTemplate, templateProblem } from './result-text.ts'
import { type Stage, stageWord } from './stages.ts'

type Title = { zh: string; en: string }

export const ITEM_KINDS = ['licence', 'record', 'internal'] as const
export const APPLICANT_KINDS = ['enterprise', 'institution', 'government', 'collective', 'person'] as const
export type ApplicantKind = (typeof APPLICANT_KINDS)[number]

export type Material = {
  /** names it in the case's files; unique in the item */
  key: string
  title: string
  required: boolean
  form: 'original' | 'copy' | 'electronic'
  note?: string
}

/** 审批事项 as the bureau publishes it. Days are working days; `legalDays` null where the law sets none. */
export type ItemDefinition = {
  title: Title
  kind: (typeof ITEM_KINDS)[number]
  legalBasis: string[]
  process: string
  materials: Material[]
  promisedDays: number
  legalDays: number | null
  /** of the result: «三年» */
  validity?: string
  /** code of the handling organisation; empty: the bureau's window alone */
  organisation: string
  /** codes of the sections asked for their opinion (会签) */
  cosigners: string[]
  applicants: ApplicantKind[]
  /** where in a project's life it belongs, and which stages must be done before it is filed (WCP 18) */
  stage?: Stage
  requires: Stage[]
  needsScope: boolean
  /** keys of the business rules (DMN) its applications are reviewed by; left out: none */
  rules?: string[]
  /** what is handed over when it is granted; left out: nothing is made here */
  result?: ResultTemplate
  open: boolean
}

/** What the rest of the platform has. `fields`: names of the form the item's process is filed with. */
export type KnownToItem = {
  process: boolean
  organisations: ReadonlySet<string>
  rules: ReadonlySet<string>
  fields: ReadonlySet<string>
}

/** What keeps a definition from being published. */
export function itemProblem(item: ItemDefinition, known: KnownToItem): Problem | undefined {
  const { process, promisedDays, legalDays, materials, organisation, cosigners, stage, requires, rules = [] } = item
  if (!known.process) return invalid('approvals.item.publish.unknown-process', { process })
  if (legalDays !== null && promisedDays > legalDays)
    return invalid('approvals.item.publish.promise-too-long', { promised: promisedDays, legal: legalDays })
  const twice = materials.find(({ key }, at) => materials.findIndex((one) => one.key === key) !== at)
  if (twice) return invalid('approvals.item.publish.material-twice', { material: twice.title })
  const stranger = [organisation, ...cosigners].find((code) => code !== '' && !known.organisations.has(code))
  if (stranger !== undefined) return invalid('approvals.item.publish.unknown-organisation', { organisation: stranger })
  const unpublished = rules.find((key) => !known.rules.has(key))
  if (unpublished !== undefined) return invalid('approvals.item.publish.unknown-rule', { rule: unpublished })
  const unnamed = item.result && templateProblem(item.result, known.fields)
  if (unnamed) return unnamed
  return stage !== undefined && requires.includes(stage)
    ? invalid('approvals.item.publish.requires-itself', { stage: stageWord(stage) })
    : undefined
}
