import { evaluate, SyntaxError as FeelSyntaxError, parseExpression, parseUnaryTests } from 'feelin'
import { invalid, Refusal } from '../problems/problem.ts'
import { withinTime } from '../problems/within-time.ts'
import type { Facts } from './state.ts'

/**
 * Reads a FEEL expression (DMN 1.3 chapter 10) over the facts of a case; what is not known is null, as FEEL says, and so is
 * what cannot be worked out with these values (a range from a list to a context).
 */
export function evaluateFeel(expression: string, facts: Facts): unknown {
  return orNull(expression, () => remembered(expression, factsNamed(expression, facts), readExpression))
}

/** The reader throws where FEEL says null; only a text that is no FEEL, or takes too long, is refused. */
export function orNull(expression: string, read: () => unknown): unknown {
  try {
    return withinReason(expression, read)
  } catch (error) {
    if (error instanceof FeelSyntaxError)
      throw new Refusal(invalid('process.expression.unreadable', { expression: expression.slice(0, 200) }))
    if (error instanceof Refusal) throw error
    return null
  }
}

export const withinReason = <T>(expression: string, read: () => T): T =>
  LONG.test(expression) ? withinTime(expression, read) : read()

/** What can go on for as long as the data want it to: iterations, own functions, patterns. */
const LONG = /\b(for|some|every|function|matches|replace|split)\b/

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

export const isFeel = (expression: string): boolean => faultIn(expression) === undefined

const TEXTS = /"(?:\\.|[^"\\])*"/g
/** The reader takes `a == 1` for «a equals (equals 1)», which is never so; and a comparison needs something to compare. */
const TWO_SIGNS = /^\s*[=<>]|[=<>≤≥≠]\s*[=<>≤≥≠]|[-+*/]\s*[=<>≤≥]/

/** The place in an expression, or in a cell of a decision table, that is no FEEL. Nothing is worked out. */
export function faultIn(text: string, cell = false): string | undefined {
  if (text.trim() === '') return text
  const tree = cell ? parseUnaryTests(text, { '?': null }, undefined) : parseExpression(text, {}, undefined)
  let fault: string | undefined
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) fault ??= text.slice(from, Math.max(to, from + 1)) || text
    },
  })
  const signs = text.replace(TEXTS, '""').replace(/<=/g, '≤').replace(/>=/g, '≥').replace(/!=/g, '≠')
  return fault ?? (cell ? undefined : TWO_SIGNS.exec(signs)?.[0])
}
