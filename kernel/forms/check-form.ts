import { checkValue, type Surroundings } from './check-value.ts'
import { isEmpty, withComputed } from './compute.ts'
import type { FormDefinition, FormField, FormIssue, FormValues, TableField } from './definition.ts'
import { isVisible } from './expressions.ts'

/** What a process step lets people do with its form. Required fields of the definition count where they are writable. */
export type FormStep = { writable: 'all' | string[]; required?: string[] }

export const mayWrite = ({ writable }: FormStep, field: FormField): boolean =>
  field.computed === undefined && (writable === 'all' || writable.includes(field.name))

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
      .filter((field) => field.computed === undefined && isVisible(field, definition.fields, kept))
      .flatMap((field) => checkField(field, kept, step, around)),
  ]
}

function checkField(field: FormField, values: FormValues, step: FormStep, around: Surroundings): FormIssue[] {
  const value = values[field.name]
  if (isEmpty(value)) return isAskedFor(field, step) ? [missing(field, field.name)] : []
  if (field.type === 'table') return checkTable(field, value, around)
  const finding = checkValue(field, value, around)
  return finding ? [{ ...finding, field: field.name }] : []
}

function isAskedFor(field: FormField, step: FormStep): boolean {
  if (!mayWrite(step, field)) return false
  const least = field.type === 'photos' ? (field.min ?? 0) : field.type === 'table' ? (field.minRows ?? 0) : 0
  return least > 0 || field.required === true || (step.required ?? []).includes(field.name)
}

const missing = (field: FormField, at: string): FormIssue =>
  field.type === 'photos' && field.min !== undefined
    ? { code: 'forms.too-few-photos', field: at, params: { min: field.min, count: 0 } }
    : { code: 'forms.required', field: at }

function checkTable(table: TableField, value: unknown, around: Surroundings): FormIssue[] {
  if (!Array.isArray(value)) return [{ code: 'forms.not-a-list', field: table.name }]
  const { minRows = 0, maxRows = Number.POSITIVE_INFINITY } = table
  const count = value.length
  if (count < minRows) return [{ code: 'forms.too-few-rows', field: table.name, params: { minRows, count } }]
  if (count > maxRows) return [{ code: 'forms.too-many-rows', field: table.name, params: { maxRows, count } }]
  return value.flatMap((row: unknown, index) => checkRow(table, row, `${table.name}[${index}]`, around))
}

function checkRow(table: TableField, row: unknown, at: string, around: Surroundings): FormIssue[] {
  if (typeof row !== 'object' || row === null) return [{ code: 'forms.not-a-row', field: at }]
  const cells = row as FormValues
  const strangers = Object.keys(cells).filter((name) => !table.columns.some((column) => column.name === name))
  const issues = table.columns
    .filter((column) => column.computed === undefined && isVisible(column, table.columns, cells))
    .flatMap((column): FormIssue[] => {
      const field = `${at}.${column.name}`
      if (isEmpty(cells[column.name])) return column.required ? [missing(column, field)] : []
      const finding = checkValue(column, cells[column.name], around)
      return finding ? [{ ...finding, field }] : []
    })
  return [...strangers.map((name) => ({ code: 'forms.unknown-field', field: `${at}.${name}` })), ...issues]
}

/**
 * What is kept of a submission: the fields this step may write over what was there, computed fields worked out again.
 * A changed field that the step may not write is an issue, not a silence.
 */
export function mergeValues(
  definition: FormDefinition,
  before: FormValues,
  incoming: FormValues,
  step: FormStep,
): { values: FormValues; issues: FormIssue[] } {
  const issues: FormIssue[] = []
  const merged: FormValues = { ...before }
  for (const [name, value] of Object.entries(incoming)) {
    const field = definition.fields.find((one) => one.name === name)
    if (!field) issues.push({ code: 'forms.unknown-field', field: name })
    else if (mayWrite(step, field)) merged[name] = value
    else if (field.computed === undefined && !same(before[name], value))
      issues.push({ code: 'forms.read-only', field: name })
  }
  return { values: withComputed(definition, merged), issues }
}

const same = (a: unknown, b: unknown): boolean => (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)
