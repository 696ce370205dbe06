import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { invalid, type Problem } from '../../../kernel/problems/problem.ts'

export type FilingFacts = {
  process: Pick<CaseProcess, 'filing' | 'title'>
  isArea: boolean
  isOrganisation: boolean
}

/** What keeps a case from being filed, beside the faults of its form. */
export function refuseFiling({ process, isArea, isOrganisation }: FilingFacts, area: string): Problem | undefined {
  if (!process.filing) return invalid('cases.file.not-general', { process: process.title.zh })
  if (!isArea) return invalid('casework.case.file.unknown-area', { area })
  return isOrganisation ? undefined : invalid('casework.case.file.unknown-organisation')
}
