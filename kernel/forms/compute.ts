import type { FormDefinition, FormField, FormValues } from './definition.ts'
import { evaluateOver, isVisible } from './expressions.ts'

/**
 * The values as they are kept: computed fields worked out in the order of the definition (a later one may use an
 * earlier one), rows before the fields that sum them, hidden and empty fields left out.
 */
export function withComputed(definition: FormDefinition, values: FormValues): FormValues {
  const { fields } = definition
  const result: FormValues = { ...values }
  for (const field of fields) {
    if (!isVisible(field, fields, result)) delete result[field.name]
    else if (field.computed !== undefined) result[field.name] = evaluateOver(field.computed, fields, result)
    else if (field.type === 'table') result[field.name] = computeRows(field.columns, fields, result, result[field.name])
    if (isEmpty(result[field.name])) delete result[field.name]
  }
  return result
}

function computeRows(columns: FormField[], fields: FormField[], values: FormValues, rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows
  return rows.map((row: FormValues) => {
    const result = { ...row }
    for (const column of columns) {
      if (column.computed !== undefined)
        result[column.name] = evaluateOver(column.computed, fields, values, filled(columns, result))
    }
    return result
  })
}

/** Every column of the row, so that an expression meets null and not an unknown name. */
const filled = (columns: FormField[], row: FormValues): FormValues =>
  Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
