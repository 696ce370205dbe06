import type { FieldType, FormDefinition, FormField, SimpleField, TableField } from '../../../kernel/forms/definition.ts'

/** A field by its place, or a table's column by two. */
export type Path = [field: number] | [field: number, column: number]

export const fieldAt = ({ fields }: FormDefinition, [at, column]: Path): FormField | undefined => {
  const field = fields[at]
  return column === undefined ? field : field?.type === 'table' ? field.columns[column] : undefined
}

/** Columns are simple: nothing that needs more than a cell. */
export const columnTypes = [
  'text',
  'multiline',
  'number',
  'date',
  'code',
  'choice',
  'yesNo',
  'person',
  'organisation',
] as const
export const fieldTypes = [
  ...columnTypes,
  'table',
  'attachments',
  'map',
  'signature',
  'photos',
] as const satisfies FieldType[]

/** The first «field7» nobody has. */
function freeName(taken: readonly string[], stem = 'field'): string {
  for (let number = taken.length + 1; ; number++) if (!taken.includes(`${stem}${number}`)) return `${stem}${number}`
}

const option = (value: string, number: number) => ({ value, title: { zh: `选项${number}`, en: `Option ${number}` } })

/** What a new field needs to be complete beside its name and title. */
const PARTS: { [T in FieldType]?: object } = {
  choice: { options: [option('1', 1), option('2', 2)] },
  code: { scheme: 'landuse-survey', edition: '2019' },
  map: { shape: 'polygon', max: 1 },
  table: { columns: [{ name: 'name', type: 'text', title: { zh: '名称', en: 'Name' } }] },
  text: { maxLength: 100 },
  multiline: { maxLength: 2000 },
}

export function blankField(type: FieldType, title: FormField['title'], taken: readonly string[]): FormField {
  return { name: freeName(taken), type, title, ...PARTS[type] } as FormField
}

const withFields = (definition: FormDefinition, fields: FormField[]): FormDefinition => ({ ...definition, fields })

function withColumns(
  definition: FormDefinition,
  at: number,
  change: (columns: SimpleField[]) => SimpleField[],
): FormDefinition {
  const table = definition.fields[at] as TableField
  return withFields(definition, definition.fields.with(at, { ...table, columns: change(table.columns) }))
}

export const replaceAt = (definition: FormDefinition, [at, column]: Path, field: FormField): FormDefinition =>
  column === undefined
    ? withFields(definition, definition.fields.with(at, field))
    : withColumns(definition, at, (columns) => columns.with(column, field as SimpleField))

export const removeAt = (definition: FormDefinition, [at, column]: Path): FormDefinition =>
  column === undefined
    ? withFields(definition, definition.fields.toSpliced(at, 1))
    : withColumns(definition, at, (columns) => columns.toSpliced(column, 1))

/** After the given field, in its section; at the end where none is given. */
export function insertAfter(
  definition: FormDefinition,
  path: Path | null,
  field: FormField,
): { definition: FormDefinition; path: Path } {
  const at = path === null ? definition.fields.length - 1 : path[0]
  const section = definition.fields[at]?.section
  const placed = section === undefined ? field : { ...field, section }
  return { definition: withFields(definition, definition.fields.toSpliced(at + 1, 0, placed)), path: [at + 1] }
}

export function addColumn(
  definition: FormDefinition,
  at: number,
  column: SimpleField,
): { definition: FormDefinition; path: Path } {
  const { columns } = definition.fields[at] as TableField
  return { definition: withColumns(definition, at, () => [...columns, column]), path: [at, columns.length] }
}

export function duplicateAt(definition: FormDefinition, path: Path): { definition: FormDefinition; path: Path } {
  const [at, column] = path
  const field = fieldAt(definition, path)!
  const siblings = column === undefined ? definition.fields : (definition.fields[at] as TableField).columns
  const copy = {
    ...field,
    name: freeName(
      siblings.map(({ name }) => name),
      field.name.replace(/\d+$/, ''),
    ),
  }
  if (column === undefined) return insertAfter(definition, path, copy)
  return {
    definition: withColumns(definition, at, (columns) => columns.toSpliced(column + 1, 0, copy as SimpleField)),
    path: [at, column + 1],
  }
}

/** Places of the fields as they are shown: those without a section first, then section by section. */
export function shownOrder({ fields, sections = [] }: FormDefinition): number[] {
  const groups = [undefined, ...sections.map(({ name }) => name)]
  const groupOf = ({ section }: FormField) => Math.max(0, groups.indexOf(section))
  return fields.map((_, at) => at).toSorted((a, b) => groupOf(fields[a]!) - groupOf(fields[b]!) || a - b)
}

/** One place up or down as it is shown; over a section's edge into the next section. */
export function moveBy(
  definition: FormDefinition,
  [at, column]: Path,
  step: -1 | 1,
): { definition: FormDefinition; path: Path } {
  if (column !== undefined) return moveColumn(definition, at, column, step)
  const order = shownOrder(definition)
  const neighbour = order[order.indexOf(at) + step]
  if (neighbour === undefined) return { definition, path: [at] }
  const [field, other] = [definition.fields[at]!, definition.fields[neighbour]!]
  if (field.section === other.section) return moveTo(definition, at, neighbour, step)
  return moveTo(definition, at, neighbour, step === 1 ? -1 : 1)
}

/** Before (-1) or after (1) another field, into its section. */
export function moveTo(
  definition: FormDefinition,
  from: number,
  target: number,
  side: -1 | 1,
): { definition: FormDefinition; path: Path } {
  const { section: _left, ...field } = definition.fields[from]!
  const { section } = definition.fields[target]!
  const placed = { ...field, ...(section !== undefined && { section }) } as FormField
  const rest = definition.fields.toSpliced(from, 1)
  const at = (target > from ? target - 1 : target) + (side === 1 ? 1 : 0)
  return { definition: withFields(definition, rest.toSpliced(at, 0, placed)), path: [at] }
}

function moveColumn(
  definition: FormDefinition,
  at: number,
  column: number,
  step: -1 | 1,
): { definition: FormDefinition; path: Path } {
  const { columns } = definition.fields[at] as TableField
  const to = column + step
  if (to < 0 || to >= columns.length) return { definition, path: [at, column] }
  const moved = columns.toSpliced(column, 1).toSpliced(to, 0, columns[column]!)
  return { definition: withColumns(definition, at, () => moved), path: [at, to] }
}
