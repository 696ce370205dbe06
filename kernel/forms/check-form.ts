import { checkTable, missing } from './check-table.ts'
import { checkListed, checkValue, type Surroundings } from './check-value.ts'
import { isEmpty, withComputed } from './compute.ts'
import type { FormDefinition, FormField, FormIssue, FormValues } from './definition.ts'
import { evaluateOver, isVisible } from './expressions.ts'
import { type FormStep, isHidden, isRequiredBy, mayWrite } from './field-rights.ts'
import { checkSignature, isSignature } from './signature.ts'

/**
 * Every fault of the filled-in form at this step; none means it may be submitted. Only what the step may write is
 * asked for, but whatever is filled in must be right: a later step may not pass on an earlier one's mistakes.
 */
export function checkForm(
  definition: FormDefinition,
  values: FormValues,
  step: FormStep,
  around: Surroundings,
): FormIssue[] {
  const known = new Set(definition.fields.map((field) => field.name))
  const strangers = Object.keys(values).filter((name) => !known.has(name))
  const kept = withComputed(definition, values)
  return [
    ...strangers.map((field) => ({ code: 'forms.unknown-field', field })),
    ...definition.fields
      .filter((field) => field.computed === undefined && !isHidden(step, field) && isVisible(field, definition, kept))
      .flatMap((field) => checkField(definition, field, kept, step, around)),
    ...brokenRules(definition, kept, step),
  ]
}

function checkField(
  definition: FormDefinition,
  field: FormField,
  values: FormValues,
  step: FormStep,
  around: Surroundings,
): FormIssue[] {
  const value = values[field.name]
  if (isEmpty(value)) return isAskedFor(definition, field, values, step) ? [missing(field, field.name)] : []
  if (field.type === 'table') return checkTable(definition, field, values, around)
  const finding =
    field.type === 'signature' ? checkSignature(definition, values, value) : checkValue(field, value, around)
  const unlisted = finding || !mayWrite(step, field) ? undefined : checkListed(field, value, around)
  return [finding, unlisted].flatMap((one) => (one ? [{ ...one, field: field.name }] : []))
}

function isAskedFor({ fields }: FormDefinition, field: FormField, values: FormValues, step: FormStep): boolean {
  if (!mayWrite(step, field)) return false
  if (leastOf(field) > 0 || field.required === true || isRequiredBy(step, field)) return true
  return field.requiredWhen !== undefined && evaluateOver(field.requiredWhen, fields, values) === true
}

function leastOf(field: FormField): number {
  if (field.type === 'table') return field.minRows ?? 0
  if (field.type === 'attachments')
    return (field.min ?? 0) + (field.kinds ?? []).reduce((sum, { min = 0 }) => sum + min, 0)
  return field.type === 'photos' || field.type === 'map' ? (field.min ?? 0) : 0
}

/** Rules speak of what somebody at this step can mend, or has before them: not of hidden fields. */
function brokenRules(
  { rules = [], fields, ...definition }: FormDefinition,
  values: FormValues,
  step: FormStep,
): FormIssue[] {
  return rules.flatMap(({ holds, message, field: name }) => {
    const field = fields.find((one) => one.name === name)
    if (!field || isHidden(step, field) || !isVisible(field, { ...definition, fields }, values)) return []
    const isBroken = evaluateOver(holds, fields, values) === false
    return isBroken ? [{ code: 'forms.rule-broken', field: name, params: { zh: message.zh, en: message.en } }] : []
  })
}

/**
 * What is kept of a submission: the fields this step may write over what was there, computed fields worked out again.
 * A changed field that the step may not write is an issue, not a silence. `by`: who submits; a new signature is theirs.
 */
export function mergeValues(
  definition: FormDefinition,
  before: FormValues,
  incoming: FormValues,
  step: FormStep,
  by?: string,
): { values: FormValues; issues: FormIssue[] } {
  const issues: FormIssue[] = []
  const merged: FormValues = { ...before }
  for (const [name, value] of Object.entries(incoming)) {
    const field = definition.fields.find((one) => one.name === name)
    if (!field) issues.push({ code: 'forms.unknown-field', field: name })
    else if (mayWrite(step, field)) merged[name] = value
    else if (field.computed === undefined && !same(before[name], value))
      issues.push({ code: 'forms.read-only', field: name })
    if (field?.type === 'signature' && by !== undefined && isOfAnother(value, before[name], by))
      issues.push({ code: 'forms.signature-of-another', field: name })
  }
  return { values: withComputed(definition, merged), issues }
}

/** A draft taken over from somebody else may hold their signature. */
const isOfAnother = (value: unknown, before: unknown, by: string): boolean =>
  isSignature(value) && !same(value, before) && value.signer.id !== by

const same = (a: unknown, b: unknown): boolean => (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)
