import { evaluate, SyntaxError as FeelSyntaxError } from 'feelin'
import { invalid, Refusal } from '../problems/problem.ts'
import type { Facts } from './state.ts'

/** Reads a FEEL expression (DMN 1.3 chapter 10) over the facts of a case; what is not known is null, as FEEL says. */
export function evaluateFeel(expression: string, facts: Facts): unknown {
  try {
    return remembered(expression, factsNamed(expression, facts), readExpression)
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

type Reader = (expression: string, context: Facts) => unknown

const readExpression: Reader = (expression, context) => evaluate(expression, context).value

const answers = new Map<Reader, Map<string, unknown>>()
const MOST_REMEMBERED = 10_000
/** The only functions of FEEL whose answer does not follow from what they are given. */
const IMPURE = /\b(now|today|random number)\s*\(/

const isPlain = (value: unknown) =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)

/**
 * The library reads the text anew each time, and a thousand clues ask the same few questions: an answer that follows from
 * plain values alone is kept. One `read` function for each way of reading.
 */
export function remembered(expression: string, context: Facts, read: Reader): unknown {
  if (!Object.values(context).every(isPlain) || IMPURE.test(expression)) return read(expression, context)
  const known = answers.get(read) ?? new Map<string, unknown>()
  answers.set(read, known)
  const question = `${expression}\n${JSON.stringify(context)}`
  if (known.has(question)) return known.get(question)
  const answer = read(expression, context)
  if (known.size >= MOST_REMEMBERED) known.clear()
  if (isPlain(answer)) known.set(question, answer)
  return answer
}

export function isFeel(expression: string): boolean {
  try {
    evaluate(expression, {})
    return true
  } catch {
    return false
  }
}
