import type { FormDefinition, FormField, FormValues, Party } from './definition.ts'
import { nationalDictionaries } from './national-dictionaries.ts'

export type SearchableText = { name: string; text: string }

/** A code of one edition of a code table. */
export type NamedCode = { scheme: string; edition: string; code: string }

/** What a code of a local table means, in Chinese and English; '' where nobody knows. */
export type LocalWords = (code: NamedCode) => string

/** Codes of local tables among the searchable values: their words have to be asked for before. */
export function localCodesIn({ fields }: FormDefinition, values: FormValues): NamedCode[] {
  return fields.flatMap((field) => {
    const code = values[field.name]
    if (!field.searchable || field.type !== 'code' || typeof code !== 'string') return []
    const { scheme, edition } = field
    return nationalTable(scheme, edition) ? [] : [{ scheme, edition, code }]
  })
}

/** What cases are found by: each searchable field in words, a code beside what it means. */
export function searchableTexts(
  { fields }: FormDefinition,
  values: FormValues,
  localWords: LocalWords = () => '',
): SearchableText[] {
  return fields.flatMap((field) => {
    const text = field.searchable ? textOf(field, values[field.name], localWords) : ''
    return text === '' ? [] : [{ name: field.name, text }]
  })
}

function textOf(field: FormField, value: unknown, localWords: LocalWords): string {
  if (value === undefined || value === null) return ''
  switch (field.type) {
    case 'person':
    case 'organisation':
      return (value as Party).name ?? ''
    case 'choice':
      return [value]
        .flat()
        .map((one) => field.options.find((option) => option.value === one)?.title.zh ?? String(one))
        .join(' ')
    case 'code':
      return `${value} ${wordsOf({ ...field, code: String(value) }, localWords)}`.trim()
    default:
      return typeof value === 'object' ? '' : String(value)
  }
}

const nationalTable = (scheme: string, edition: string) =>
  nationalDictionaries.find((table) => table.scheme === scheme && table.edition === edition)

function wordsOf(named: NamedCode, localWords: LocalWords): string {
  const table = nationalTable(named.scheme, named.edition)
  if (!table) return localWords(named)
  return table.items.find(({ code }) => code === named.code)?.title.zh ?? ''
}
