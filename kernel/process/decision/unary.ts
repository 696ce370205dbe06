import { unaryTest } from 'feelin'
import { factsNamed, remembered } from '../feel.ts'
import type { Facts } from '../state.ts'

/** FEEL unary tests (DMN 1.3 §7.3.12): does the value pass? Null, which is neither yes nor no, does not. */
export function passes(test: string, value: unknown, facts: Facts): boolean {
  return test === '-' || remembered(test, { ...factsNamed(test, facts), '?': value ?? null }, readTest) === true
}

const readTest = (test: string, context: Facts): unknown => unaryTest(test, context).value

export function isUnaryTest(test: string): boolean {
  if (test === '-') return true
  try {
    unaryTest(test, { '?': null })
    return true
  } catch {
    return false
  }
}
