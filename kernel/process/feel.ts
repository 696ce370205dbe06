import { evaluate, SyntaxError as FeelSyntaxError } from 'feelin'
import { invalid, Refusal } from '../problems/problem.ts'
import type { Facts } from './state.ts'

/** Reads a FEEL expression (DMN 1.3 chapter 10) over the facts of a case; what is not known is null, as FEEL says. */
export function evaluateFeel(expression: string, facts: Facts): unknown {
  try {
    return evaluate(expression, facts).value
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error
    throw new Refusal(invalid('process.expression.unreadable', { expression }))
  }
}

export function isFeel(expression: string): boolean {
  try {
    evaluate(expression, {})
    return true
  } catch {
    return false
  }
}
