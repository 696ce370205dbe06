import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'

export type FilingFacts = {
  process: Pick<CaseProcess, 'filing' | 'title'>
  isArea: boolean
  isOrganisation: boolean
  /** code of the catalogue's item by which cases of this process are filed */
  item: string | undefined
}

/** What keeps a case from being filed, beside the faults of its form. */
export function refuseFiling(
  { process, isArea, isOrganisation, item }: FilingFacts,
  area: string,
): Problem | undefined {
  if (!process.filing) return invalid('cases.file.not-general', { process: process.title.zh })
  if (item !== undefined) return conflict('casework.case.file.by-item', { process: process.title.zh, item })
  if (!isArea) return invalid('casework.case.file.unknown-area', { area })
  return isOrganisation ? undefined : invalid('casework.case.file.unknown-organisation')
}
