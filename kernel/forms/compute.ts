import type { FormDefinition, FormField, FormValues } from './definition.ts'
import { evaluateOver, isVisible } from './expressions.ts'
import { measured } from './map-value.ts'

/**
 * The values as they are kept: computed fields worked out in the order of the definition (a later one may use an
 * earlier one), rows before the fields that sum them, what is drawn measured, hidden and empty fields left out.
 */
export function withComputed(definition: FormDefinition, values: FormValues): FormValues {
  const { fields } = definition
  const result: FormValues = { ...values }
  for (const field of fields) {
    if (!isVisible(field, definition, result)) delete result[field.name]
    else if (field.computed !== undefined) result[field.name] = evaluateOver(field.computed, fields, result)
    else if (field.type === 'table') result[field.name] = computeRows(field.columns, fields, result, result[field.name])
    else if (field.type === 'map') result[field.name] = measured(field, result[field.name])
    if (isEmpty(result[field.name])) delete result[field.name]
  }
  return result
}

function computeRows(columns: FormField[], fields: FormField[], values: FormValues, rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows
  return rows.map((row: unknown) => {
    if (typeof row !== 'object' || row === null) return row
    const result: FormValues = { ...row }
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

/** Totals of the columns that ask for one, by column; exact in their decimals. */
export function columnSums(columns: FormField[], rows: readonly FormValues[]): Record<string, number> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      if (column.type !== 'number' || !column.sum) return []
      const total = rows.reduce((sum, row) => sum + (Number(row[column.name]) || 0), 0)
      return [[column.name, Number(total.toFixed(column.decimals ?? 6))]]
    }),
  )
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
