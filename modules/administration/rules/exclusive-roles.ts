import { invalid, type Problem } from '../../../kernel/problems/problem.ts'

/** 三员分立 (GB/T 22239-2019 8.1.5): who runs the system, who grants rights and who reads the audit are three people. */
const KEPT_APART = ['administrator', 'security-administrator', 'auditor']

/** Whether a person who holds `held` may be given `role` too. */
export function refuseMixing(role: string, held: readonly string[]): Problem | undefined {
  const other = KEPT_APART.includes(role) && held.find((one) => one !== role && KEPT_APART.includes(one))
  return other ? invalid('administration.right.grant.kept-apart', { role, other }) : undefined
}

/** A role that is given to people one by one, never to a whole organisation. */
export const isPersonal = (role: string): boolean => KEPT_APART.includes(role)
