import { parseExpression } from 'feelin'
import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { type Step, transitionsOf } from '../../../kernel/process/model.ts'
import { waitOf, whenOf } from '../../../kernel/process/waiting.ts'
import { type Finding, finding } from './finding.ts'
import type { KnownNames } from './known.ts'

/** What an act itself adds to the facts of the case; `item`: what one child of several is opened for. */
const ALWAYS = ['case', 'outcome', 'item']

/**
 * Conditions over something no form asks for and no decision answers are never true. A warning: jobs and other systems may
 * bring facts of their own.
 */
export function checkFacts(process: CaseProcess, known: KnownNames): Finding[] {
  const facts = factsOf(process, known)
  return process.steps.flatMap((step) =>
    expressionsOf(step).flatMap((expression) =>
      namesIn(expression)
        .filter((name) => !facts.has(name))
        .map((name) => finding('fact-unknown', { step: step.id, name, expression }, 'warning')),
    ),
  )
}

/** Field names of the forms in use, results of decisions and what child cases bring back: what a condition can ask for. */
export function factsOf({ steps, filing }: CaseProcess, known: KnownNames): Set<string> {
  const forms = new Set([filing?.form, ...steps.map((step) => (step.kind === 'userTask' ? step.form : undefined))])
  const fields = known.forms.filter(({ key }) => forms.has(key)).flatMap((form) => form.fields)
  const decided = known.decisions.flatMap(({ outputs }) => outputs)
  const brought = steps.flatMap((step) => ('outputs' in step && step.outputs ? Object.keys(step.outputs) : []))
  return new Set([...ALWAYS, ...decided, ...brought, ...fields.map(({ name }) => name)])
}

/** What a step asks of the facts of its own case; what a child case brings back is read from the child's. */
export function expressionsOf(step: Step): string[] {
  const wait = waitOf(step)
  const when = whenOf(step)
  return [
    ...transitionsOf(step).flatMap((way) => way.when ?? []),
    ...(step.kind === 'userTask' && step.coSign ? [step.coSign.signers] : []),
    ...(wait && 'until' in wait ? [wait.until] : []),
    ...(when === undefined ? [] : [when]),
    ...('each' in step && step.each !== undefined ? [step.each] : []),
    ...(step.kind === 'subCase' || step.kind === 'decision' ? Object.values(step.inputs ?? {}) : []),
  ]
}

/** Names an expression asks the case for; none where it cannot be read, for that is reported by itself. */
export function namesIn(expression: string): string[] {
  try {
    const names = new Set<string>()
    parseExpression(expression, {}, undefined).iterate({
      enter(node) {
        if (node.name === 'PathExpression') {
          const first = node.node.firstChild
          if (first?.name === 'VariableName') names.add(expression.slice(first.from, first.to))
          return first?.name !== 'VariableName'
        }
        if (node.name === 'FunctionInvocation') return true
        if (node.name === 'VariableName' && node.node.parent?.name !== 'FunctionInvocation')
          names.add(expression.slice(node.from, node.to))
        return true
      },
    })
    return [...names].filter((name) => !isBound(name, expression))
  } catch {
    return []
  }
}

/** «some plot in plots satisfies …»: plot is no fact of the case. */
const isBound = (name: string, expression: string): boolean =>
  new RegExp(`(some|every|for)\\s+${name}\\s+in\\s`).test(expression)
