import { invalid, type Problem } from '../problems/problem.ts'

/** Length beats composition rules (ASVS 5.0 V6.2.1, V6.2.5); the login itself and runs of one character are refused. */
export function refusePassword(password: string, login: string): Problem | undefined {
  if (password.length < 12) return invalid('administration.password.set.too-short', { least: 12 })
  if (password.toLowerCase().includes(login.toLowerCase())) return invalid('administration.password.set.contains-login')
  return new Set(password).size < 5 ? invalid('administration.password.set.too-simple') : undefined
}
