import { evaluate } from 'feelin'
import { Refusal } from '../problems/problem.ts'
import { faultIn, withinReason } from '../process/feel.ts'
import type { FormDefinition, FormField, FormValues } from './definition.ts'

type Names = Pick<FormDefinition, 'fields' | 'sections'>

/**
 * A FEEL expression over the values; every field is known to it, an empty one as null. One that cannot be read gives
 * null: a form is also shown while it is being drawn (a published one has none, see checkDefinition).
 */
export function evaluateOver(
  expression: string,
  fields: FormField[],
  values: FormValues,
  row: FormValues = {},
): unknown {
  const context: FormValues = {}
  for (const field of fields) context[field.name] = values[field.name] ?? null
  try {
    const value = withinReason(expression, () => evaluate(expression, { ...context, ...row }).value)
    return typeof value === 'number' && !Number.isFinite(value) ? null : value
  } catch (error) {
    if (error instanceof Refusal) throw error
    return null
  }
}

/** Whether the field, and the section it stands in, is to be seen with these values. */
export function isVisible(
  field: FormField,
  { fields, sections = [] }: Names,
  values: FormValues,
  row?: FormValues,
): boolean {
  const section = field.section === undefined ? undefined : sections.find(({ name }) => name === field.section)
  return [section?.visibleWhen, field.visibleWhen].every(
    (expression) => expression === undefined || evaluateOver(expression, fields, values, row) === true,
  )
}

/** What is wrong with the expression's spelling, if anything. */
export const expressionFault = (expression: string): string | undefined => faultIn(expression)

/** The first name or property in it that no field has. */
export function strangerIn(expression: string, fields: FormField[], row: FormField[] = []): string | undefined {
  const names = { ...shapeOf(fields), ...shapeOf(row) }
  const { warnings } = withinReason(expression, () => evaluate(expression, names))
  const stranger = warnings.find(({ type }) => type === 'NO_VARIABLE_FOUND' || type === 'NO_PROPERTY_FOUND')
  return stranger && expression.slice(stranger.position.from, stranger.position.to)
}

/** A context with every name an expression may say. */
function shapeOf(fields: FormField[]): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, sampleOf(field)]))
}

function sampleOf(field: FormField): unknown {
  switch (field.type) {
    case 'table':
      return [shapeOf(field.columns)]
    case 'map':
      return { area: 1, length: 1 }
    case 'person':
    case 'organisation':
      return { id: '', name: '' }
    case 'signature':
      return { at: '', signer: { id: '', name: '' } }
    case 'attachments':
      return [{ name: '', size: 1, kind: '' }]
    default:
      return null
  }
}
