import { invalid, type Problem } from '../../../kernel/problems/problem.ts'
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
  open: boolean
}

/** What keeps a definition from being published. `known`: what the rest of the platform has. */
export function itemProblem(
  item: ItemDefinition,
  known: { process: boolean; organisations: ReadonlySet<string> },
): Problem | undefined {
  const { process, promisedDays, legalDays, materials, organisation, cosigners, stage, requires } = item
  if (!known.process) return invalid('approvals.item.publish.unknown-process', { process })
  if (legalDays !== null && promisedDays > legalDays)
    return invalid('approvals.item.publish.promise-too-long', { promised: promisedDays, legal: legalDays })
  const twice = materials.find(({ key }, at) => materials.findIndex((one) => one.key === key) !== at)
  if (twice) return invalid('approvals.item.publish.material-twice', { material: twice.title })
  const stranger = [organisation, ...cosigners].find((code) => code !== '' && !known.organisations.has(code))
  if (stranger !== undefined) return invalid('approvals.item.publish.unknown-organisation', { organisation: stranger })
  return stage !== undefined && requires.includes(stage)
    ? invalid('approvals.item.publish.requires-itself', { stage: stageWord(stage) })
    : undefined
}
