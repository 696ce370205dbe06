import { checkConstraints } from './check-constraints.ts'
import { checkValue } from './check-value.ts'
import type { FormDefinition, FormField, FormIssue } from './definition.ts'
import { expressionFault, strangerIn } from './expressions.ts'
import { knowsNationalCode } from './national-dictionaries.ts'

/** A name that FEEL reads as one word, and the same in every process that asks for it. */
const NAME = /^\p{L}[\p{L}\p{N}_]*$/u
/** Words of FEEL itself. */
const TAKEN = new Set(
  'and or not if then else for in return some every satisfies between true false null function'.split(' '),
)

/** Faults of the definition itself, found when it is drawn and published and not while somebody fills it in. */
export function checkDefinition(definition: FormDefinition): FormIssue[] {
  const { fields, title, key } = definition
  return [
    ...(title.zh.trim() === '' ? [{ code: 'forms.definition.no-title', field: key }] : []),
    ...(fields.length === 0 ? [{ code: 'forms.definition.no-fields', field: key }] : []),
    ...checkSections(definition),
    ...checkFields(definition, fields, ''),
    ...checkRules(definition),
    ...laterComputed(fields),
  ]
}

function checkSections({ sections = [], fields }: FormDefinition): FormIssue[] {
  const names = sections.map(({ name }) => name)
  return sections.flatMap(({ name, title, visibleWhen }, index) => [
    ...(names.indexOf(name) === index ? [] : [{ code: 'forms.definition.section-twice', field: name }]),
    ...(title.zh.trim() === '' ? [{ code: 'forms.definition.no-title', field: name }] : []),
    ...expressionIssues([visibleWhen], name, fields),
  ])
}

function checkFields(definition: FormDefinition, fields: FormField[], prefix: string): FormIssue[] {
  const names = fields.map((field) => field.name)
  const sections = (definition.sections ?? []).map(({ name }) => name)
  return fields.flatMap((field, index) => {
    const at = `${prefix}${field.name}`
    const row = prefix === '' ? [] : fields
    return [
      ...(names.indexOf(field.name) === index ? [] : [{ code: 'forms.definition.name-twice', field: at }]),
      ...(NAME.test(field.name) && !TAKEN.has(field.name) ? [] : [{ code: 'forms.definition.bad-name', field: at }]),
      ...(field.title.zh.trim() === '' ? [{ code: 'forms.definition.no-title', field: at }] : []),
      ...(field.section === undefined || sections.includes(field.section)
        ? []
        : [{ code: 'forms.definition.unknown-section', field: at, params: { section: field.section } }]),
      ...expressionIssues([field.visibleWhen, field.requiredWhen, field.computed], at, definition.fields, row),
      ...checkConstraints(field, at),
      ...defaultIssue(field, at),
      ...(field.type === 'table' ? checkFields(definition, field.columns, `${at}.`) : []),
    ]
  })
}

/** Every expression can be read and names only what the form has. */
function expressionIssues(
  expressions: (string | undefined)[],
  at: string,
  fields: FormField[],
  row: FormField[] = [],
): FormIssue[] {
  return expressions.flatMap((expression): FormIssue[] => {
    if (expression === undefined) return []
    const fault = expressionFault(expression)
    if (fault !== undefined) return [{ code: 'forms.definition.bad-expression', field: at, params: { fault } }]
    const stranger = strangerIn(expression, fields, row)
    return stranger === undefined
      ? []
      : [{ code: 'forms.definition.unknown-name', field: at, params: { name: stranger } }]
  })
}

function defaultIssue(field: FormField, at: string): FormIssue[] {
  const { default: value } = field
  if (value === undefined || (field.type === 'date' && value === 'today')) return []
  if (field.type === 'table' || field.type === 'signature' || field.type === 'map')
    return [{ code: 'forms.definition.no-default-here', field: at }]
  // Local dictionaries are not at hand here; whoever fills the form in is told by checkForm.
  const knowsCode = (scheme: string, edition: string, code: string) => knowsNationalCode(scheme, edition, code) ?? true
  const finding = checkValue(field, value, { today: '9999-12-31', knowsCode })
  return finding ? [{ code: 'forms.definition.bad-default', field: at }] : []
}

function checkRules({ rules = [], fields }: FormDefinition): FormIssue[] {
  return rules.flatMap(({ name, holds, message, field }) => [
    ...(message.zh.trim() === '' ? [{ code: 'forms.definition.no-message', field: name }] : []),
    ...(fields.some((one) => one.name === field)
      ? []
      : [{ code: 'forms.definition.rule-without-field', field: name, params: { name: field } }]),
    ...expressionIssues([holds], name, fields),
  ])
}

/** A computed field is worked out in its turn: one that uses a later one would lag a step behind. */
function laterComputed(fields: FormField[]): FormIssue[] {
  return fields.flatMap((field, index) => {
    if (field.computed === undefined || expressionFault(field.computed) !== undefined) return []
    const later = fields
      .slice(index)
      .find((one) => one.computed !== undefined && mentions(field.computed!, one, fields))
    return later ? [{ code: 'forms.definition.computed-later', field: field.name, params: { name: later.name } }] : []
  })
}

/** Without this field the expression would miss a name. */
const mentions = (expression: string, field: FormField, fields: FormField[]): boolean =>
  strangerIn(
    expression,
    fields.filter((one) => one !== field),
  ) === field.name
