import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { can, type Person } from '../../../kernel/identity/can.ts'

export type Way = { kind: 'item'; code: string } | { kind: 'process'; key: string }

/** Roles that work on some step of a process. */
const rolesOf = ({ steps }: CaseProcess): Set<string> =>
  new Set(steps.flatMap((step) => (step.kind === 'userTask' ? step.role : [])))

/** Whether some step of the process is for a role the person holds in its business. */
export function worksIn({ rights }: Person, process: CaseProcess): boolean {
  const roles = rolesOf(process)
  return rights.some(({ role, business }) => roles.has(role) && (business === '*' || business === process.business))
}

/** How the person begins such a case; null where they may not, or where none is begun at the desk. `item`: of the catalogue. */
export function wayToBegin(
  person: Person,
  { key, business, filing }: CaseProcess,
  item: string | undefined,
): Way | null {
  if (item !== undefined) return can(person, 'approvals.case.file', { business }) ? { kind: 'item', code: item } : null
  return filing && can(person, 'casework.case.file', { business }) ? { kind: 'process', key } : null
}

/** Businesses are told together by the first part of their name: «approvals.temporary» is of the approvals. */
export const groupOf = (business: string): string => business.split('.')[0]!
