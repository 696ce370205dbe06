import { evaluate, SyntaxError as FeelSyntaxError } from 'feelin'
import { invalid, Refusal } from '../problems/problem.ts'
import type { Facts } from './state.ts'

/** Reads a FEEL expression (DMN 1.3 chapter 10) over the facts of a case; what is not known is null, as FEEL says. */
export function evaluateFeel(expression: string, facts: Facts): unknown {
  try {
    return evaluate(expression, factsNamed(expression, facts)).value
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error
    throw new Refusal(invalid('process.expression.unreadable', { expression }))
  }
}

/**
 * The facts an expression can speak of: to prepare them all for the reader costs more than the reading. Names that are
 * not plain words may be written with other spacing, so they always go along.
 */
export function factsNamed(expression: string, facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => expression.includes(name) || !/^[\p{L}\p{N}_]+$/u.test(name)),
  )
}

export function isFeel(expression: string): boolean {
  try {
    evaluate(expression, {})
    return true
  } catch {
    return false
  }
}
