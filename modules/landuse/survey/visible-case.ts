import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { can, type Person } from '../../../kernel/identity/can.ts'
import { forbidden, Refusal } from '../../../kernel/problems/problem.ts'

/** A case outside the reader's areas is not shown to them. */
export function refuseUnseen(
  person: Person,
  verb: string,
  { area_code: area, business }: Pick<CaseRow, 'area_code' | 'business'>,
): void {
  if (!can(person, verb, { area, business })) throw new Refusal(forbidden('kernel.no-right', { verb, area }))
}
