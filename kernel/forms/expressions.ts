import { evaluate } from 'feelin'
import type { FormField, FormValues } from './definition.ts'

/** A FEEL expression over the values; every field is known to it, an empty one as null. */
export function evaluateOver(
  expression: string,
  fields: FormField[],
  values: FormValues,
  row: FormValues = {},
): unknown {
  const context: FormValues = {}
  for (const field of fields) context[field.name] = values[field.name] ?? null
  const { value } = evaluate(expression, { ...context, ...row })
  return Number.isNaN(value) ? null : value
}

export function isVisible(field: FormField, fields: FormField[], values: FormValues, row?: FormValues): boolean {
  return field.visibleWhen === undefined || evaluateOver(field.visibleWhen, fields, values, row) === true
}

/** What is wrong with the expression's spelling, if anything. */
export function expressionFault(expression: string): string | undefined {
  try {
    evaluate(expression, {})
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
