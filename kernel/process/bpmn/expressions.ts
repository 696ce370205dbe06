import { isFeel } from '../feel.ts'

const OPERATORS: [RegExp, string][] = [
  [/\bvars:equals\(\s*(\w+)\s*,\s*([^)]+)\)/g, '$1 = $2'],
  [/==/g, '='],
  [/\s*&&\s*/g, ' and '],
  [/\s*\|\|\s*/g, ' or '],
  [/!(?!=)\s*([\w.]+)/g, 'not($1)'],
  [/\bnot\s+([\w.]+)/g, 'not($1)'],
  [/'([^']*)'/g, '"$1"'],
  [/\bempty\s+([\w.]+)/g, '($1 = null)'],
]
/** A function or method of the other engine's own. */
const CALL = /[\w.:]+\s*\(/g

/**
 * A condition as FEEL: its own text when it is FEEL, and from `${…}` of other engines what is the same with other signs
 * (comparison, and/or/not). Undefined when it calls methods or cannot be read.
 */
export function toFeel(text: string): string | undefined {
  const unified = /^\s*[$#]\{([\s\S]*)\}\s*$/.exec(text)?.[1]
  if (unified === undefined) return isFeel(text.trim()) ? text.trim() : undefined
  const feel = OPERATORS.reduce((done, [sign, ours]) => done.replace(sign, ours), unified.trim())
  const calls = (feel.match(CALL) ?? []).filter((call) => !/^(not|and|or)\s*\($/.test(call))
  return calls.length === 0 && isFeel(feel) ? feel : undefined
}
