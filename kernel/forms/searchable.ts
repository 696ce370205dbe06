import type { FormDefinition, FormField, FormValues, Party } from './definition.ts'
import { nationalDictionaries } from './national-dictionaries.ts'

export type SearchableText = { name: string; text: string }

/** What cases are found by: each searchable field in words, a code beside what it means. */
export function searchableTexts({ fields }: FormDefinition, values: FormValues): SearchableText[] {
  return fields.flatMap((field) => {
    const text = field.searchable ? textOf(field, values[field.name]) : ''
    return text === '' ? [] : [{ name: field.name, text }]
  })
}

function textOf(field: FormField, value: unknown): string {
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
      return `${value} ${wordsOf(field.scheme, field.edition, String(value))}`.trim()
    default:
      return typeof value === 'object' ? '' : String(value)
  }
}

const wordsOf = (scheme: string, edition: string, code: string) =>
  nationalDictionaries
    .find((table) => table.scheme === scheme && table.edition === edition)
    ?.items.find((item) => item.code === code)?.title.zh ?? ''
