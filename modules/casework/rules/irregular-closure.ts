import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { conflict, forbidden, type Problem } from '../../../kernel/problems/problem.ts'

type Standing = Pick<CaseRow, 'state' | 'number'>

const isOver = ({ state }: Standing) => state !== 'running' && state !== 'suspended'

export const refuseProposal = (standing: Standing): Problem | undefined =>
  isOver(standing) ? conflict('cases.already-closed', { number: standing.number }) : undefined

/** 非正常结案 cannot be undone: whoever confirms it is not who proposed it. */
export function refuseConfirmation(standing: Standing, proposedBy: string | null, me: string): Problem | undefined {
  const { number } = standing
  if (isOver(standing)) return conflict('cases.already-closed', { number })
  if (proposedBy === null) return conflict('cases.close-irregularly.not-proposed', { number })
  return proposedBy === me ? forbidden('cases.close-irregularly.second-person', { number }) : undefined
}
