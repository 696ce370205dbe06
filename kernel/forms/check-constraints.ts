import type { FormField, FormIssue } from './definition.ts'
import { textFormats } from './formats.ts'

const UNSEARCHABLE = ['table', 'map', 'signature', 'attachments', 'photos']

/** What contradicts itself among the properties of one field. */
export function checkConstraints(field: FormField, at: string): FormIssue[] {
  return [
    ...boundsOf(field).flatMap(([least, most]) =>
      least !== undefined && most !== undefined && least > most
        ? [{ code: 'forms.definition.bounds', field: at, params: { least, most } }]
        : [],
    ),
    ...(field.searchable && UNSEARCHABLE.includes(field.type)
      ? [{ code: 'forms.definition.not-searchable', field: at }]
      : []),
    ...(field.computed !== undefined && (field.required || field.requiredWhen !== undefined)
      ? [{ code: 'forms.definition.computed-required', field: at }]
      : []),
    ...typeIssues(field, at),
  ]
}

function boundsOf(field: FormField): [number | undefined, number | undefined][] {
  switch (field.type) {
    case 'number':
    case 'photos':
    case 'attachments':
    case 'map':
      return [[field.min, field.max]]
    case 'table':
      return [[field.minRows, field.maxRows]]
    default:
      return []
  }
}

function typeIssues(field: FormField, at: string): FormIssue[] {
  switch (field.type) {
    case 'text':
    case 'multiline':
      return [...patternIssue(field.pattern, at), ...formatIssue(field.format, at)]
    case 'choice':
      return field.options.length === 0
        ? [{ code: 'forms.definition.no-options', field: at }]
        : twice(
            field.options.map(({ value }) => value),
            'forms.definition.option-twice',
            at,
          )
    case 'attachments':
      return twice(
        (field.kinds ?? []).map(({ value }) => value),
        'forms.definition.option-twice',
        at,
      )
    case 'code':
      return field.scheme === '' || field.edition === '' ? [{ code: 'forms.definition.no-dictionary', field: at }] : []
    case 'table':
      return field.columns.length === 0 ? [{ code: 'forms.definition.no-columns', field: at }] : []
    default:
      return []
  }
}

function patternIssue(pattern: string | undefined, at: string): FormIssue[] {
  if (pattern === undefined) return []
  try {
    new RegExp(pattern, 'u')
    return []
  } catch {
    return [{ code: 'forms.definition.bad-pattern', field: at, params: { pattern } }]
  }
}

const formatIssue = (format: string | undefined, at: string): FormIssue[] =>
  format === undefined || (textFormats as readonly string[]).includes(format)
    ? []
    : [{ code: 'forms.definition.unknown-format', field: at, params: { format } }]

function twice(values: string[], code: string, at: string): FormIssue[] {
  const value = values.find((one, index) => one === '' || values.indexOf(one) !== index)
  return value === undefined ? [] : [{ code, field: at, params: { value } }]
}
