import type { FormField } from '../../../kernel/forms/definition.ts'

/** The functions of FEEL that forms ask for most. */
const FUNCTIONS = [
  'sum(',
  'count(',
  'min(',
  'max(',
  'round half up(',
  'contains(',
  'list contains(',
  'string length(',
  'today()',
  'date(',
  'if ',
]

/** `text`: the whole expression once the name is taken; `title` is missing for a function of the language. */
export type Completion = { text: string; name: string; title?: FormField['title'] }

const MOST = 12

/** Names that go on from the word being typed at the end: fields, columns after a table's dot, then functions. */
export function completions(expression: string, fields: readonly FormField[]): Completion[] {
  const [word = ''] = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]*)?$/u.exec(expression) ?? []
  const before = expression.slice(0, expression.length - word.length)
  if (/"[^"]*$/.test(before.replaceAll(/"[^"]*"/g, ''))) return []
  // After a number, a text or a bracket comes an operator and no name.
  if (word === '' && /[\p{N}")\]]\s*$/u.test(expression)) return []
  const [first = '', second] = word.split('.')
  if (second !== undefined) return partsAfter(first, second, before, fields)
  const sought = first.toLowerCase()
  const own = fields
    .filter(
      ({ name, title }) =>
        name !== first && (name.toLowerCase().startsWith(sought) || (sought !== '' && title.zh.includes(first))),
    )
    .map(({ name, title }) => ({ text: before + name, name, title }))
  const functions = FUNCTIONS.filter((name) => sought !== '' && name.startsWith(sought)).map((name) => ({
    text: before + name,
    name,
  }))
  return [...own, ...functions].slice(0, MOST)
}

function partsAfter(first: string, second: string, before: string, fields: readonly FormField[]): Completion[] {
  const field = fields.find(({ name }) => name === first)
  const parts: { name: string; title: FormField['title'] }[] =
    field?.type === 'table'
      ? field.columns
      : field?.type === 'map'
        ? MEASURES
        : field?.type === 'person' || field?.type === 'organisation'
          ? [NAME]
          : []
  return parts
    .filter(({ name }) => name !== second && name.startsWith(second))
    .map(({ name, title }) => ({ text: `${before}${first}.${name}`, name: `${first}.${name}`, title }))
}

const MEASURES = [
  { name: 'area', title: { zh: '面积（m²）', en: 'Area (m²)' } },
  { name: 'length', title: { zh: '长度（m）', en: 'Length (m)' } },
]
const NAME = { name: 'name', title: { zh: '名称', en: 'Name' } }
