import type { FormDefinition, FormField, FormIssue } from './definition.ts'
import { expressionFault } from './expressions.ts'

/** Faults of the definition itself, found when it is published and not while somebody fills it in. */
export function checkDefinition({ fields }: FormDefinition): FormIssue[] {
  return checkFields(fields, '')
}

function checkFields(fields: FormField[], prefix: string): FormIssue[] {
  const names = fields.map((field) => field.name)
  return fields.flatMap((field, index) => {
    const at = `${prefix}${field.name}`
    const issues: FormIssue[] = [...expressionIssues(field, at), ...patternIssue(field, at)]
    if (names.indexOf(field.name) !== index) issues.push({ code: 'forms.definition.name-twice', field: at })
    if (field.type === 'choice' && field.options.length === 0)
      issues.push({ code: 'forms.definition.no-options', field: at })
    if (field.type === 'table') issues.push(...checkFields(field.columns, `${at}.`))
    return issues
  })
}

function expressionIssues(field: FormField, at: string): FormIssue[] {
  return [field.visibleWhen, field.computed].flatMap((expression) => {
    const fault = expression === undefined ? undefined : expressionFault(expression)
    return fault === undefined ? [] : [{ code: 'forms.definition.bad-expression', field: at, params: { fault } }]
  })
}

function patternIssue(field: FormField, at: string): FormIssue[] {
  if ((field.type !== 'text' && field.type !== 'multiline') || field.pattern === undefined) return []
  try {
    new RegExp(field.pattern, 'u')
    return []
  } catch {
    return [{ code: 'forms.definition.bad-pattern', field: at, params: { pattern: field.pattern } }]
  }
}
