import { unaryTest } from 'feelin'
import { factsNamed, faultIn, orNull, remembered } from '../feel.ts'
import type { Facts } from '../state.ts'

/** FEEL unary tests (DMN 1.3 §7.3.12): does the value pass? Null, which is neither yes nor no, does not. */
export function passes(test: string, value: unknown, facts: Facts): boolean {
  if (test === '-') return true
  return orNull(test, () => remembered(test, { ...factsNamed(test, facts), '?': value ?? null }, readTest)) === true
}

const readTest = (test: string, context: Facts): unknown => unaryTest(test, context).value

export const isUnaryTest = (test: string): boolean => test === '-' || faultIn(test, true) === undefined
