import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'

/** Files and opinions are added while a case runs or is suspended; a closed one is on its way to the archive. */
export const refuseAddition = ({ state, number }: Pick<CaseRow, 'state' | 'number'>): Problem | undefined =>
  state === 'ended' || state === 'closedIrregularly' ? conflict('cases.already-closed', { number }) : undefined

export const refuseMissingFile = (isStored: boolean, title: string): Problem | undefined =>
  isStored ? undefined : invalid('casework.resource.attach.no-file', { title })
