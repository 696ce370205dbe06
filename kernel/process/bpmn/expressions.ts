import { isFeel } from '../feel.ts'

const OPERATORS: [RegExp, string][] = [
  [/\bvars:equals\(\s*(\w+)\s*,\s*([^)]+)\)/g, '$1 = $2'],
  [/==/g, '='],
  [/\s*&&\s*/g, ' and '],
  [/\s*\|\|\s*/g, ' or '],
  [/!\s*\(/g, 'not('],
  [/!(?!=)\s*([\w.]+)/g, 'not($1)'],
  [/\bnot\s+([\w.]+)/g, 'not($1)'],
  [/\bempty\s+([\w.]+)/g, '($1 = null)'],
  [/\s+eq\s+/g, ' = '],
  [/\s+ne\s+/g, ' != '],
  [/\s+lt\s+/g, ' < '],
  [/\s+le\s+/g, ' <= '],
  [/\s+gt\s+/g, ' > '],
  [/\s+ge\s+/g, ' >= '],
]
const QUOTED = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g
/** A function or method of the other engine's own. */
const CALL = /[\w.:]+\s*\(/g

/**
 * A condition as FEEL: its own text when it is FEEL (Camunda 8 writes a `=` before it), and from `${…}` of other engines what
 * is the same with other signs (comparison, and/or/not). Undefined when it calls methods or cannot be read.
 */
export function toFeel(text: string): string | undefined {
  const unified = /^\s*[$#]\{([\s\S]*)\}\s*$/.exec(text)?.[1]
  if (unified === undefined) {
    const own = text.trim().replace(/^=(?!=)\s*/, '')
    return isFeel(own) ? own : undefined
  }
  const feel = withFeelSigns(unified.trim())
  const calls = (feel.replace(QUOTED, '""').match(CALL) ?? []).filter((call) => !/^(not|and|or)\s*\($/.test(call))
  return calls.length === 0 && isFeel(feel) ? feel : undefined
}

/** What stands in quotes is left alone. */
function withFeelSigns(text: string): string {
  const quoted = text.match(QUOTED) ?? []
  const open = OPERATORS.reduce((done, [sign, ours]) => done.replace(sign, ours), text.replace(QUOTED, '\u0000'))
  let next = 0
  return open.replace(/\0/g, () => {
    const inside = quoted[next++]!.slice(1, -1)
    return `"${inside.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"')}"`
  })
}
