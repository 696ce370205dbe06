import { checkValue, type Surroundings } from './check-value.ts'
import { isEmpty } from './compute.ts'
import type { FormDefinition, FormField, FormIssue, FormValues, TableField } from './definition.ts'
import { evaluateOver, isVisible } from './expressions.ts'

/** Nothing is filled in where something should be. */
export const missing = (field: FormField, at: string): FormIssue =>
  field.type === 'photos' && field.min !== undefined
    ? { code: 'forms.too-few-photos', field: at, params: { min: field.min, count: 0 } }
    : { code: field.type === 'signature' ? 'forms.not-signed' : 'forms.required', field: at }

/** Faults of the rows; a column's expression sees its row before the form. */
export function checkTable(
  { fields }: FormDefinition,
  table: TableField,
  values: FormValues,
  around: Surroundings,
): FormIssue[] {
  const value = values[table.name]
  if (!Array.isArray(value)) return [{ code: 'forms.not-a-list', field: table.name }]
  const { minRows = 0, maxRows = Number.POSITIVE_INFINITY } = table
  const count = value.length
  if (count < minRows) return [{ code: 'forms.too-few-rows', field: table.name, params: { minRows, count } }]
  if (count > maxRows) return [{ code: 'forms.too-many-rows', field: table.name, params: { maxRows, count } }]
  const outer = Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]))
  return value.flatMap((row: unknown, index) => checkRow(table, row, `${table.name}[${index}]`, outer, around))
}

function checkRow(table: TableField, row: unknown, at: string, outer: FormValues, around: Surroundings): FormIssue[] {
  if (typeof row !== 'object' || row === null) return [{ code: 'forms.not-a-row', field: at }]
  const cells = row as FormValues
  const { columns } = table
  const strangers = Object.keys(cells).filter((name) => !columns.some((column) => column.name === name))
  const issues = columns
    .filter(
      (column) =>
        column.computed === undefined && isVisible(column, { fields: columns }, cells, { ...outer, ...cells }),
    )
    .flatMap((column): FormIssue[] => {
      const field = `${at}.${column.name}`
      const isAsked = () =>
        column.required ||
        (column.requiredWhen !== undefined &&
          evaluateOver(column.requiredWhen, columns, cells, { ...outer, ...filled(columns, cells) }) === true)
      if (isEmpty(cells[column.name])) return isAsked() ? [missing(column, field)] : []
      const finding = checkValue(column, cells[column.name], around)
      return finding ? [{ ...finding, field }] : []
    })
  return [...strangers.map((name) => ({ code: 'forms.unknown-field', field: `${at}.${name}` })), ...issues]
}

const filled = (columns: FormField[], row: FormValues): FormValues =>
  Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))
