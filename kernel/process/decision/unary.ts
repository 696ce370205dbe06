import { unaryTest } from 'feelin'
import { factsNamed } from '../feel.ts'
import type { Facts } from '../state.ts'

/** FEEL unary tests (DMN 1.3 §7.3.12): does the value pass? Null, which is neither yes nor no, does not. */
export function passes(test: string, value: unknown, facts: Facts): boolean {
  return test === '-' || unaryTest(test, { ...factsNamed(test, facts), '?': value }).value === true
}

export function isUnaryTest(test: string): boolean {
  if (test === '-') return true
  try {
    unaryTest(test, { '?': null })
    return true
  } catch {
    return false
  }
}
