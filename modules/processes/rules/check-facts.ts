import { parseExpression } from 'feelin'
import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { type Step, transitionsOf } from '../../../kernel/process/model.ts'
import { type Finding, finding } from './finding.ts'
import type { KnownNames } from './known.ts'

/** What an act itself adds to the facts of the case. */
const ALWAYS = ['case', 'outcome']

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

/** Field names of the forms in use, and results of the decisions: what a condition can ask for. */
export function factsOf({ steps, filing }: CaseProcess, known: KnownNames): Set<string> {
  const forms = new Set([filing?.form, ...steps.map((step) => (step.kind === 'userTask' ? step.form : undefined))])
  const fields = known.forms.filter(({ key }) => forms.has(key)).flatMap((form) => form.fields)
  const decided = known.decisions.flatMap(({ outputs }) => outputs)
  return new Set([...ALWAYS, ...decided, ...fields.map(({ name }) => name)])
}

export function expressionsOf(step: Step): string[] {
  const conditions = transitionsOf(step).flatMap(({ when }) => when ?? [])
  if (step.kind === 'userTask' && step.coSign) return [...conditions, step.coSign.signers]
  return step.kind === 'timer' && 'until' in step.wait ? [...conditions, step.wait.until] : conditions
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
