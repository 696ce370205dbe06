import { conflict, forbidden, invalid, notFound, type Problem } from '../../../kernel/problems/problem.ts'
import type { ApplicantKind, ItemDefinition } from './item.ts'
import { lifeCycle, type StageFact, stageWord } from './stages.ts'

export type MainCase = { number: string; isOpen: boolean }

/** What is known about a filing before anything is written. */
export type FilingFacts = {
  item: ItemDefinition & { code: string }
  isArea: boolean
  hasScope: boolean
  materials: string[]
  missingFiles: string[]
  applicant: ApplicantKind
  /** undefined: no project was named; null: there is none with that code */
  project: { code: string; stages: StageFact[] } | null | undefined
  main: MainCase | undefined
  /** the filer has been warned that the main contract is open, and files all the same (SH073) */
  despiteOpenMain: boolean
}

/** Why a case of this item cannot be filed as it is; the first thing to put right. */
export function filingProblem(facts: FilingFacts, areaCode: string): Problem | undefined {
  const { item, isArea, applicant, hasScope } = facts
  if (!item.open) return conflict('approvals.case.file.closed', { item: item.title.zh })
  if (!item.applicants.includes(applicant))
    return forbidden('approvals.case.file.applicant', { item: item.title.zh, kind: `approvals.applicant.${applicant}` })
  if (!isArea) return invalid('casework.case.file.unknown-area', { area: areaCode })
  if (item.needsScope && !hasScope) return invalid('approvals.case.file.no-scope', { item: item.title.zh })
  return materialProblem(facts) ?? stageProblem(facts) ?? mainProblem(facts)
}

function materialProblem({ item, materials, missingFiles }: FilingFacts): Problem | undefined {
  const strange = materials.find((key) => !item.materials.some((material) => material.key === key))
  if (strange !== undefined) return invalid('approvals.case.file.strange-material', { material: strange })
  if (missingFiles.length > 0) return invalid('casework.resource.attach.no-file', { title: missingFiles[0]! })
  const missing = item.materials.filter(({ key, required }) => required && !materials.includes(key))
  if (missing.length === 0) return undefined
  return invalid('approvals.case.file.materials-missing', {
    count: missing.length,
    materials: missing.map(({ title }) => `《${title}》`).join(''),
  })
}

/** 里程碑: a stage is filed on a project whose earlier stages are done, and only once. */
export function stageProblem({ item, project }: Pick<FilingFacts, 'item' | 'project'>): Problem | undefined {
  if (project === null) return notFound('approvals.project.unknown')
  if (project === undefined)
    return item.requires.length > 0
      ? invalid('approvals.case.file.no-project', { item: item.title.zh, stage: stageWord(item.requires[0]!) })
      : undefined
  const standing = lifeCycle(project.stages)
  const wanting = item.requires.find((stage) => standing.find((one) => one.stage === stage)?.state !== 'done')
  if (wanting)
    return conflict('approvals.case.file.stage-not-done', { project: project.code, stage: stageWord(wanting) })
  const own = standing.find(({ stage, state }) => stage === item.stage && (state === 'running' || state === 'done'))
  return own && conflict('approvals.case.file.stage-taken', { stage: stageWord(own.stage), number: own.number! })
}

function mainProblem({ main, despiteOpenMain }: FilingFacts): Problem | undefined {
  return main?.isOpen && !despiteOpenMain
    ? conflict('approvals.case.file.main-open', { number: main.number })
    : undefined
}
